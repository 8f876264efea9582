/** Reads and writes calls. */
@NullMarked
package org.vigil.incident.data;

import org.jspecify.annotations.NullMarked;
