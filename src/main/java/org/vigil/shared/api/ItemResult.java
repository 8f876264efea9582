package org.vigil.shared.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one item of a batch.
 *
 * @param index the item's place in what was sent, from 0
 * @param reference the item's own reference as far as it could be read
 * @param reasons why it was rejected or, for an item that was taken, what about it is doubtful
 */
public record ItemResult(int index, @Nullable String reference, ItemStatus status, List<ItemReason> reasons) {

    public ItemResult {
        reasons = List.copyOf(reasons);
    }

    public static ItemResult rejected(int index, @Nullable String reference, List<ItemReason> reasons) {
        return new ItemResult(index, reference, ItemStatus.REJECTED, reasons);
    }
}
