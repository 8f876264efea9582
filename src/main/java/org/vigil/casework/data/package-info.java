/** Reads and writes cases. */
@NullMarked
package org.vigil.casework.data;

import org.jspecify.annotations.NullMarked;
