/** The heartbeat that every browser polls. */
@NullMarked
package org.vigil.engine.api;

import org.jspecify.annotations.NullMarked;
