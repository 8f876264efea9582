package org.vigil.person.search.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

/** The one field: the browser waits for a pause in the typing, then sends what stands there. */
@Tag("vigil-search")
public final class SearchField extends Component {

    static final String LABEL = "Search people, addresses, numbers and references";

    /** More than the search reads: what is pasted beyond it need not travel. */
    private static final int LONGEST = 400;

    SearchField() {
        getElement().setProperty("label", LABEL).setProperty("longest", LONGEST);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJsModule("context://assets/search.js");
    }

    /** What stands in the field when the screen opens. */
    void startWith(String text) {
        getElement().setProperty("start", text);
    }

    /** Puts the cursor back into the field. */
    void focus() {
        getElement().callJsFunction("focus");
    }

    Registration addTypedListener(ComponentEventListener<Typed> listener) {
        return addListener(Typed.class, listener);
    }

    Registration addSettledListener(ComponentEventListener<Settled> listener) {
        return addListener(Settled.class, listener);
    }

    /** The typing paused. */
    @DomEvent("search-type")
    public static final class Typed extends ComponentEvent<SearchField> {

        private final String text;

        public Typed(SearchField source, boolean fromClient, @EventData("event.detail.text") @Nullable String text) {
            super(source, fromClient);
            this.text = text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST));
        }

        public String text() {
            return text;
        }
    }

    /** Nothing was typed for a while, or a result was opened: that is a search for the log. */
    @DomEvent("search-settle")
    public static final class Settled extends ComponentEvent<SearchField> {

        private final String text;

        public Settled(SearchField source, boolean fromClient, @EventData("event.detail.text") @Nullable String text) {
            super(source, fromClient);
            this.text = text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST));
        }

        public String text() {
            return text;
        }
    }
}
