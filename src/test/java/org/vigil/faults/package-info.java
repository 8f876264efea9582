/** Faults done to two real consoles on a real database, and the count of what was lost by them. */
@NullMarked
package org.vigil.faults;

import org.jspecify.annotations.NullMarked;
