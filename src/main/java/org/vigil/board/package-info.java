/** The daily board: what is breached, what will be before the next meeting, what is new since the last. */
@NullMarked
package org.vigil.board;

import org.jspecify.annotations.NullMarked;
