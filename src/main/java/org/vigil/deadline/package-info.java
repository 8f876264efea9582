/** Every clock of the console: rules as dated data, deadlines, the sweep, bank holidays. */
@NullMarked
@ApplicationModule
package org.vigil.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
