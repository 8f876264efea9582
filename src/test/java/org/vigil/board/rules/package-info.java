/** When meetings are, by the table. */
@NullMarked
package org.vigil.board.rules;

import org.jspecify.annotations.NullMarked;
