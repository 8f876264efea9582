package org.vigil.incident;

import java.util.Map;

/**
 * How many calls were attended, or are awaited, past their target.
 *
 * @param measured calls that have a target
 * @param late of those
 * @param lateByGrade late ones by the grade that they are measured by, most urgent first
 */
public record LateCalls(int measured, int late, Map<String, Integer> lateByGrade) {}
