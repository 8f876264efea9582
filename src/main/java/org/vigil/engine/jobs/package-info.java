/** Quartz, its settings, and the watch over it that is not Quartz. */
@NullMarked
package org.vigil.engine.jobs;

import org.jspecify.annotations.NullMarked;
