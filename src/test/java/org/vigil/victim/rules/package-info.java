/** How victims are told in time and reached safely. */
@NullMarked
package org.vigil.victim.rules;

import org.jspecify.annotations.NullMarked;
