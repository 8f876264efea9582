/** People: who they are, who is who, what may be seen of them and by whom. */
@NullMarked
@ApplicationModule(displayName = "People")
package org.vigil.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
