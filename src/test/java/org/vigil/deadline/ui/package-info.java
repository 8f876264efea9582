/** The clock calculator as an officer uses it. */
@NullMarked
package org.vigil.deadline.ui;

import org.jspecify.annotations.NullMarked;
