/** Custody: arrests to their outcome, taken in and typed, their clocks opened and closed, who is in a cell and how long is left. */
@NullMarked
@ApplicationModule(displayName = "Custody")
package org.vigil.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
