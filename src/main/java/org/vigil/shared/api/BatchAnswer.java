package org.vigil.shared.api;

import java.util.List;

/** The answer to a batch: one result per item, in the order sent. */
public record BatchAnswer(List<ItemResult> items) {

    public BatchAnswer {
        items = List.copyOf(items);
    }
}
