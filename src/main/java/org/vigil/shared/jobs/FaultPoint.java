package org.vigil.shared.jobs;

/**
 * A named place in a job at which the fault tests stop a whole process, such as between a claim and its commit. The
 * console itself holds no such bean and passes through.
 */
public interface FaultPoint {
    FaultPoint NONE = point -> {};

    void reached(String point);
}
