/** When meetings are: pure, from dated data. */
@NullMarked
package org.vigil.board.rules;

import org.jspecify.annotations.NullMarked;
