/** The screens' parts, in a real browser. */
@NullMarked
package org.vigil.shared.ui;

import org.jspecify.annotations.NullMarked;
