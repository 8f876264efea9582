/** Value objects that every module speaks in: duties, viewers, subjects, pages, UK time. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.vigil.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
