/** The screens of calls, as a browser would drive them. */
@NullMarked
package org.vigil.incident.ui;

import org.jspecify.annotations.NullMarked;
