/** The victim's side of a case: what she must be told and by when, how she is reached safely, what is done for her. */
@NullMarked
@ApplicationModule(displayName = "Victims")
package org.vigil.victim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
