/** Worked cases of the deadline arithmetic. */
@NullMarked
package org.vigil.deadline.rules;

import org.jspecify.annotations.NullMarked;
