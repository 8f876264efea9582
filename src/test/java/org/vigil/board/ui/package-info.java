@NullMarked
package org.vigil.board.ui;

import org.jspecify.annotations.NullMarked;
