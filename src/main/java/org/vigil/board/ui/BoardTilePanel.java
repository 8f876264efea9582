package org.vigil.board.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.vigil.board.BoardTile;

/** One figure below the board's columns. */
final class BoardTilePanel extends Div {

    private final Paragraph name = new Paragraph();
    private final Span value = new Span();
    private final Paragraph note = new Paragraph();

    BoardTilePanel(BoardTile tile) {
        addClassNames("panel", "board-tile");
        name.addClassName("tile-name");
        note.addClassName("tile-note");
        add(name);
        if (tile.href() == null) {
            value.addClassName("tile-value");
            add(value);
        } else {
            var link = new Anchor(tile.href(), value);
            link.addClassName("tile-value");
            link.getElement().setAttribute("title", "Open the list: " + tile.name());
            add(link);
        }
        add(note);
        show(tile);
    }

    void show(BoardTile tile) {
        name.setText(tile.name());
        value.setText(tile.value());
        note.setText(tile.note());
    }
}
