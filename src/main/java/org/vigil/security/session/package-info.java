/** Signed-in sessions of this node: how long they may last, and how they are ended. */
@NullMarked
package org.vigil.security.session;

import org.jspecify.annotations.NullMarked;
