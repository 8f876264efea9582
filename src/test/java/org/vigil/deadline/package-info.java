/** The life of a deadline, on a real database. */
@NullMarked
package org.vigil.deadline;

import org.jspecify.annotations.NullMarked;
