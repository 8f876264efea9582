/** Who must be told what by when, and the victim's side of each case. */
@NullMarked
package org.vigil.victim.ui;

import org.jspecify.annotations.NullMarked;
