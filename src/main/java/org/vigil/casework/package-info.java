/** Cases: taken from the crime system or entered here, their people, risk and suspects, and what each of them still lacks. */
@NullMarked
@ApplicationModule(displayName = "Cases")
package org.vigil.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
