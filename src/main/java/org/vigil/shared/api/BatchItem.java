package org.vigil.shared.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a batch as far as it could be read.
 *
 * @param index its place in what was sent, from 0
 * @param reference its {@code reference}, readable or not as a whole
 * @param value the item, or null where reasons say why it could not be bound
 */
public record BatchItem<T>(int index, @Nullable String reference, @Nullable T value, List<ItemReason> reasons) {

    public BatchItem {
        reasons = List.copyOf(reasons);
    }
}
