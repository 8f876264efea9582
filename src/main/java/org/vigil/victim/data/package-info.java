/** Reads and writes the victim's side of cases. */
@NullMarked
package org.vigil.victim.data;

import org.jspecify.annotations.NullMarked;
