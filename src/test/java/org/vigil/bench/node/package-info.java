/** The console's own sweep in a process of its own, run on command and timed there. */
@NullMarked
package org.vigil.bench.node;

import org.jspecify.annotations.NullMarked;
