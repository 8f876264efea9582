/** The frame, in a real browser, around every screen. */
@NullMarked
package org.vigil;

import org.jspecify.annotations.NullMarked;
