/** How cases are taken in, changed and shown, and what follows from them. */
@NullMarked
package org.vigil.casework;

import org.jspecify.annotations.NullMarked;
