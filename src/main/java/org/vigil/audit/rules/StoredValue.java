package org.vigil.audit.rules;

import org.jspecify.annotations.Nullable;

/**
 * The values of one field as they stand beside an entry, already hashed with their salt.
 *
 * @param erased whether the row says that its values were erased
 * @param erasureRecorded whether an entry of the log says so too
 * @param empty whether the row holds neither value
 */
public record StoredValue(Detail.HashedField hashed, boolean erased, boolean erasureRecorded, boolean empty) {}
