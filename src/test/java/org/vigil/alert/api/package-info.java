/** Alerts as other systems read them. */
@NullMarked
package org.vigil.alert.api;

import org.jspecify.annotations.NullMarked;
