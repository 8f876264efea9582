/** What follows from a case's facts: its level, when risk is looked at again, and what it lacks. */
@NullMarked
package org.vigil.casework.rules;

import org.jspecify.annotations.NullMarked;
