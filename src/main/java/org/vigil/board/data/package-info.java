/** The meeting schedule's table. */
@NullMarked
package org.vigil.board.data;

import org.jspecify.annotations.NullMarked;
