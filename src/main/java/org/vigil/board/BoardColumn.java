package org.vigil.board;

import java.util.List;

/**
 * One of the three questions.
 *
 * @param count how many there are in all
 * @param items the most pressing of them
 */
public record BoardColumn(int count, List<BoardItem> items) {

    public BoardColumn {
        items = List.copyOf(items);
    }

    public static BoardColumn none() {
        return new BoardColumn(0, List.of());
    }
}
