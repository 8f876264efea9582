/** Calls from command and control: taken in, corrected by people, their clocks opened and closed, late ones shown. */
@NullMarked
@ApplicationModule(displayName = "Calls")
package org.vigil.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
