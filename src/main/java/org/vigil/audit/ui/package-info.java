/** The audit screen. */
@NullMarked
package org.vigil.audit.ui;

import org.jspecify.annotations.NullMarked;
