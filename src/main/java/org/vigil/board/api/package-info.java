/** The wall screen: counts only, without a session. */
@NullMarked
package org.vigil.board.api;

import org.jspecify.annotations.NullMarked;
