/** How victims are told in time and reached safely. */
@NullMarked
package org.vigil.victim.ui;

import org.jspecify.annotations.NullMarked;
