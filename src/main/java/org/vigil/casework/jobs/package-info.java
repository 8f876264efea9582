/** Watches for cases that nobody leads. */
@NullMarked
package org.vigil.casework.jobs;

import org.jspecify.annotations.NullMarked;
