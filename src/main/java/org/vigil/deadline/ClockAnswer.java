package org.vigil.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.rules.DueAnswer;

/**
 * What the calculator answers.
 *
 * @param code the rule that was asked for, known or not
 * @param rule the version in force at the start; null where there is none
 */
public record ClockAnswer(String code, Instant startsAt, @Nullable DeadlineRule rule, DueAnswer answer) {}
