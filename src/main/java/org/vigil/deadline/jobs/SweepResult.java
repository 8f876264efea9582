package org.vigil.deadline.jobs;

/**
 * What a sweep did.
 *
 * @param examined deadlines whose next stage had come
 * @param fired stages recorded
 * @param raised alerts opened or raised further
 * @param failed deadlines that could not be handled and are tried again
 */
public record SweepResult(int examined, int fired, int raised, int failed) {

    static final SweepResult NOTHING = new SweepResult(0, 0, 0, 0);

    SweepResult plus(SweepResult other) {
        return new SweepResult(
                examined + other.examined, fired + other.fired, raised + other.raised, failed + other.failed);
    }
}
