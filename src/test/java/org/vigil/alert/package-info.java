/** Alerts against the real database: raised, called, taken up, woken, escalated, and told to screens. */
@NullMarked
package org.vigil.alert;

import org.jspecify.annotations.NullMarked;
