package org.vigil.alert;

/**
 * What a sweep over the alerts did.
 *
 * @param examined alerts whose time had come
 * @param failed alerts that could not be handled and will be tried again
 */
public record AlertSweepResult(int examined, int woken, int stale, int escalated, int failed) {}
