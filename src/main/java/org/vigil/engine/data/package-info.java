/** The engine's reads and writes: heartbeats, nodes, and what the server says of itself. */
@NullMarked
package org.vigil.engine.data;

import org.jspecify.annotations.NullMarked;
