/** The gates: filter chains, credentials, response headers, and the check before each service method. */
@NullMarked
package org.vigil.security.gate;

import org.jspecify.annotations.NullMarked;
