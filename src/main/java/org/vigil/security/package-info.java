/** Who may see and do what: accounts, duties, areas, signing in, sessions, and the gate before every service. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "db", "audit"})
package org.vigil.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
