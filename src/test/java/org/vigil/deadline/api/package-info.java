/** The clocks over HTTP. */
@NullMarked
package org.vigil.deadline.api;

import org.jspecify.annotations.NullMarked;
