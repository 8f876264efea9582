/** What follows from a case's facts. */
@NullMarked
package org.vigil.casework.rules;

import org.jspecify.annotations.NullMarked;
