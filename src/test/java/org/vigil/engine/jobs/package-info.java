@NullMarked
package org.vigil.engine.jobs;

import org.jspecify.annotations.NullMarked;
