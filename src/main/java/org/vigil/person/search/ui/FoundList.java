package org.vigil.person.search.ui;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.person.search.MarkedText;
import org.vigil.shared.ui.Badge;
import tools.jackson.databind.json.JsonMapper;

/** The results as data; the browser draws them, all of it as plain text. */
@Tag("vigil-found")
final class FoundList extends Component {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What the screen says to a query.
     *
     * @param asked as it was typed
     * @param count said politely when it changes
     * @param understood what it was taken for, where it was more than a name; else null
     * @param notes what was left out, what is restricted, that there is more
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Screen(
            String asked,
            String count,
            @Nullable String understood,
            List<Hit> hits,
            List<Note> notes,
            @Nullable Nothing nothing) {}

    /**
     * A sentence about the results.
     *
     * @param link what can be done about it, or null
     * @param href where, relative to the console's root
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Note(String text, @Nullable String link, @Nullable String href) {

        static Note of(String text) {
            return new Note(text, null, null);
        }
    }

    /** Instead of rows: a headline and lists of words. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Nothing(String title, List<Words> parts) {}

    /** A heading and what stands below it. */
    record Words(String heading, List<String> lines) {}

    /**
     * One row.
     *
     * @param href relative to the console's root; null where there is nothing to open
     * @param why why it was found
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Hit(
            String id,
            @Nullable String href,
            MarkedText title,
            List<Badge> badges,
            List<Line> lines,
            @Nullable String why) {}

    /** "Born" and "12 Mar 1984", with what matched. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Line(String label, MarkedText text, @Nullable String after) {

        static Line of(String label, MarkedText text) {
            return new Line(label, text, null);
        }
    }

    /** @param turn tells an answer from the same one before: the browser waits for each */
    private record Sent(int turn, Screen screen) {}

    private int turn;

    void show(Screen screen) {
        turn++;
        getElement().setProperty("screenJson", JSON.writeValueAsString(new Sent(turn, screen)));
    }
}
