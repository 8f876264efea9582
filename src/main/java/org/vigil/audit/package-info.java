/** Who did, saw or was refused what, when, why and from where: written once, chained, and checked for tampering. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "db"})
package org.vigil.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
