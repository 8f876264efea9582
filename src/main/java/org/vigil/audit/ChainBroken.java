package org.vigil.audit;

import java.time.Instant;

/**
 * The audit log no longer fits its chain: somebody with the owner's rights has been at it, or a restore went wrong.
 * Published inside no transaction, once for each verification that failed.
 *
 * @param problem the first thing that does not fit, in plain words
 * @param foundAt UTC, when the verification ended
 */
public record ChainBroken(String problem, Instant foundAt) {}
