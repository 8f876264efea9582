/** The daily board against the real database, and in a real browser. */
@NullMarked
package org.vigil.board;

import org.jspecify.annotations.NullMarked;
