/** Custody: what the console promises of arrests, their clocks and the screens. */
@NullMarked
package org.vigil.custody;

import org.jspecify.annotations.NullMarked;
