/** Faults without end: two consoles, one database, and a seed that says what happens next. */
@NullMarked
package org.vigil.soak;

import org.jspecify.annotations.NullMarked;
