package org.vigil.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A live list that is drawn by the browser: rows go over as data and are shown as plain text, keyed by their id, so
 * that a refresh keeps focus, selection and scroll and marks what changed. It holds no component and no row on the
 * server, which is what keeps a session small. Show at most 50 rows and page with {@link Pager}.
 *
 * <p>Arrow keys, j and k, Home and End move between rows, Enter opens. Set the heading that names the list with
 * {@link #setLabel}. What the browser sends back (a row's id, an action's name) is a request like any other: the
 * service that it leads to decides whether it may be.
 */
@Tag("vigil-rows")
public final class RowList extends Component implements HasStyle {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private String sent = "";

    /** @param label what the list holds, in words, for screen readers ("Open alerts") */
    public RowList(String label) {
        setLabel(label);
    }

    public void setLabel(String label) {
        getElement().setProperty("label", label);
    }

    /** What the list would hold and why it is empty, shown while it has no rows. */
    public void setEmptyText(String what) {
        getElement().setProperty("emptyText", what);
    }

    /** Has arrivals and changes said to screen readers: {@code announceAs("alert", "alerts")} → "2 new alerts". */
    public void announceAs(String one, String many) {
        getElement().setProperty("one", one);
        getElement().setProperty("many", many);
    }

    /** Draws rows as a history: the lead (a time) at the left on a line that joins them. */
    public void asTimeline() {
        addClassName("timeline");
    }

    /** Shows these rows; what is already on screen in the same words is left alone. */
    public void setRows(List<Row> rows) {
        var json = JSON.writeValueAsString(rows);
        if (!json.equals(sent)) {
            sent = json;
            getElement().setProperty("rowsJson", json);
        }
    }

    /** The rows as they were last sent: JSON text. */
    String sentRows() {
        return sent;
    }

    /** Takes over the opening of rows: without a listener a row's title is a plain link. */
    public Registration addOpenListener(ComponentEventListener<OpenEvent> listener) {
        getElement().setAttribute("opens", true);
        return addListener(OpenEvent.class, listener);
    }

    public Registration addActionListener(ComponentEventListener<ActionEvent> listener) {
        return addListener(ActionEvent.class, listener);
    }

    /** A row was opened, by click or Enter. */
    @DomEvent("row-open")
    public static final class OpenEvent extends ComponentEvent<RowList> {

        private final String rowId;

        public OpenEvent(RowList source, boolean fromClient, @EventData("event.detail.id") @Nullable String rowId) {
            super(source, fromClient);
            this.rowId = rowId == null ? "" : rowId;
        }

        public String rowId() {
            return rowId;
        }
    }

    /** A row's button was pressed. */
    @DomEvent("row-action")
    public static final class ActionEvent extends ComponentEvent<RowList> {

        private final String rowId;
        private final String action;

        public ActionEvent(
                RowList source,
                boolean fromClient,
                @EventData("event.detail.id") @Nullable String rowId,
                @EventData("event.detail.action") @Nullable String action) {
            super(source, fromClient);
            this.rowId = rowId == null ? "" : rowId;
            this.action = action == null ? "" : action;
        }

        public String rowId() {
            return rowId;
        }

        public String action() {
            return action;
        }
    }
}
