/** Runs the fixed jobs of the console on every node, and watches, without Quartz, that they really run. */
@NullMarked
package org.vigil.engine;

import org.jspecify.annotations.NullMarked;
