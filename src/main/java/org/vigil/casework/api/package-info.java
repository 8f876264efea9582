/** Takes cases in from the crime system and answers for one. */
@NullMarked
package org.vigil.casework.api;

import org.jspecify.annotations.NullMarked;
