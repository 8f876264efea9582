package org.vigil.board.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.vigil.board.BoardColumn;
import org.vigil.board.BoardDepth;
import org.vigil.board.BoardItem;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** One question of the board: its count, its first rows, and the rest on demand. */
final class BoardColumnPanel extends Section {

    private final Tone tone;
    private final Span count = new Span("…");
    private final Span words = new Span();
    private final H2 heading = new H2(count, words);
    private final RowList rows;
    private final NativeButton more = new NativeButton();
    private final Anchor rest = new Anchor();
    private volatile boolean opened;

    /** @param changed asks the board to read again */
    BoardColumnPanel(String name, Tone tone, Runnable changed) {
        this.tone = tone;
        rows = new RowList(name);
        addClassNames("panel", "board-column", tone.cssClass());
        count.addClassName("board-count");
        words.setText(name);
        getElement().setAttribute("aria-label", name);
        more.addClassName("board-more");
        more.setVisible(false);
        more.getElement().setAttribute("aria-expanded", "false");
        more.addClickListener(click -> {
            opened = !opened;
            more.getElement().setAttribute("aria-expanded", Boolean.toString(opened));
            changed.run();
        });
        rest.addClassName("board-more");
        rest.setVisible(false);
        var foot = new Div(more, rest);
        foot.addClassNames("board-foot", "flush");
        add(heading, rows, foot);
    }

    /** How many rows this column wants. */
    int depth() {
        return opened ? BoardDepth.OPENED : BoardDepth.FIRST;
    }

    /**
     * @param name what the count counts, in the words of the day: "due before tomorrow's meeting"
     * @param listHref the list that holds all of them
     */
    void show(String name, String detail, BoardColumn column, String emptyText, String listHref) {
        count.setText("%,d".formatted(column.count()));
        setClassName("none", column.count() == 0);
        words.setText(name);
        heading.getElement().setAttribute("title", detail);
        rows.setEmptyText(emptyText);
        rows.setRows(column.items().stream().map(this::row).toList());
        var left = column.count() - column.items().size();
        more.setVisible(opened && column.count() > BoardDepth.FIRST || !opened && left > 0);
        more.setText(opened ? "Show the first " + BoardDepth.FIRST : left + " more");
        more.getElement().setAttribute("aria-label", opened ? "Show fewer: " + name : left + " more: " + name);
        rest.setVisible(opened && left > 0);
        rest.setHref(listHref);
        rest.setText("All " + column.count() + " in their list");
    }

    private Row row(BoardItem item) {
        var row = Row.of(item.id(), item.title()).href(item.href()).pill(item.pill(), tone).due(item.dueAt());
        for (var line : item.lines()) {
            row = row.line(line);
        }
        return row;
    }
}
