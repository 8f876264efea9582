/** The list of calls and the page of one call. */
@NullMarked
package org.vigil.incident.ui;

import org.jspecify.annotations.NullMarked;
