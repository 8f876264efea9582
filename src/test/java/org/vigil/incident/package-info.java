/** How calls are taken in and what follows from them. */
@NullMarked
package org.vigil.incident;

import org.jspecify.annotations.NullMarked;
