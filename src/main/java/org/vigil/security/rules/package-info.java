/** Decisions about accounts, areas, passwords, sign-in delays and session limits, as pure functions. */
@NullMarked
package org.vigil.security.rules;

import org.jspecify.annotations.NullMarked;
