package org.vigil.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * "1–50 of 230", Previous, Next, for lists paged by cursor. The view loads the page of {@link #cursor()}, then calls
 * {@link #show}; a press of a button moves the cursor and asks the view to load again.
 */
public final class Pager extends Div {

    private record Visited(@Nullable String cursor, long first) {}

    private final Deque<Visited> before = new ArrayDeque<>();
    private final Span range = new Span();
    private final Button previous = new Button("Previous");
    private final Button next = new Button("Next");
    private Visited current = new Visited(null, 1);
    private @Nullable String following;
    private int shown;

    /** @param load loads and shows the page of the cursor that it is given; null is the first page */
    public Pager(Consumer<@Nullable String> load) {
        addClassName("pager");
        range.getElement().setAttribute("role", "status");
        previous.addThemeVariants(ButtonVariant.LUMO_SMALL);
        next.addThemeVariants(ButtonVariant.LUMO_SMALL);
        previous.addClickListener(click -> {
            var back = before.poll();
            if (back != null) {
                current = back;
                load.accept(current.cursor());
            }
        });
        next.addClickListener(click -> {
            if (following != null) {
                before.push(current);
                current = new Visited(following, current.first() + shown);
                load.accept(current.cursor());
            }
        });
        add(range, previous, next);
        setVisible(false);
    }

    /** The cursor of the page on screen; null is the first. */
    public @Nullable String cursor() {
        return current.cursor();
    }

    /** Back to the first page, as when a filter changes; does not load. */
    public void reset() {
        before.clear();
        current = new Visited(null, 1);
    }

    /**
     * Says what is shown.
     *
     * @param rows how many rows the page has
     * @param nextCursor the cursor of the page that follows, or null
     * @param total how many rows there are in all; negative where nobody counted
     */
    public void show(int rows, @Nullable String nextCursor, long total) {
        shown = rows;
        following = nextCursor;
        var last = current.first() + rows - 1;
        var of = total >= 0 ? " of " + "%,d".formatted(total) : nextCursor == null ? " of " + last : " of more";
        range.setText(rows == 0 ? "Nothing here" : current.first() + "–" + last + of);
        previous.setEnabled(!before.isEmpty());
        next.setEnabled(nextCursor != null);
        setVisible(!before.isEmpty() || nextCursor != null);
    }
}
