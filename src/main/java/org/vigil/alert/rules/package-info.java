/** The life of an alert as pure decisions: what is allowed in which state, what comes of it, and whom to call. */
@NullMarked
package org.vigil.alert.rules;

import org.jspecify.annotations.NullMarked;
