/** What every REST controller shares: strict JSON in, problems that a person can act on out. */
@NullMarked
package org.vigil.shared.api;

import org.jspecify.annotations.NullMarked;
