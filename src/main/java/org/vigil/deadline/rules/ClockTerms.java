package org.vigil.deadline.rules;

import org.jspecify.annotations.Nullable;

/**
 * What one version of a rule says about counting.
 *
 * @param code the rule's code, which decides the facts that it looks at
 * @param length in the unit; null where each case brings its own end or length
 */
public record ClockTerms(String code, ClockKind kind, @Nullable Integer length, @Nullable ClockUnit unit) {}
