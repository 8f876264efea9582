/** The cases of the API. */
@NullMarked
package org.vigil.casework.api;

import org.jspecify.annotations.NullMarked;
