package org.vigil.alert;

import java.util.List;

/**
 * A page of a live list, most severe first, then by what is due first.
 *
 * @param offset how many come before it
 * @param total how many there are; 1,000 stands for 1,000 or more
 * @param hasMore whether a page follows
 */
public record AlertList(List<AlertRow> rows, int offset, int total, boolean hasMore) {

    public AlertList {
        rows = List.copyOf(rows);
    }
}
