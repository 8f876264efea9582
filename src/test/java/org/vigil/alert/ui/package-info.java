/** The alerts' screen as a user meets it. */
@NullMarked
package org.vigil.alert.ui;

import org.jspecify.annotations.NullMarked;
