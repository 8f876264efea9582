package org.vigil.deadline.rules;

/** What the arithmetic answers: a due time with its reasons, or why there is none. */
public sealed interface DueAnswer permits Due, NoDue {}
