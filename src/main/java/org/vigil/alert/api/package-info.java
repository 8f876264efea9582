/** Alerts for other systems. */
@NullMarked
package org.vigil.alert.api;

import org.jspecify.annotations.NullMarked;
