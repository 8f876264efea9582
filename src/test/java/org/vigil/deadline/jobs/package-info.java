/** The sweep, called with a pinned instant. */
@NullMarked
package org.vigil.deadline.jobs;

import org.jspecify.annotations.NullMarked;
