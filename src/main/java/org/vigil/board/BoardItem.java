package org.vigil.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectRef;

/**
 * A line of the board.
 *
 * @param id unique on the board
 * @param subject the record that it is about
 * @param href where it leads, relative to the console's root
 * @param pill a word at its right; a clock that runs stands there by itself
 * @param dueAt the clock that it is about, UTC
 */
public record BoardItem(
        String id,
        SubjectRef subject,
        String href,
        String title,
        @Nullable String pill,
        List<String> lines,
        @Nullable Instant dueAt) {

    public BoardItem {
        lines = List.copyOf(lines);
    }
}
