/** The intake over real HTTP, with good, malformed and hostile calls. */
@NullMarked
package org.vigil.incident.api;

import org.jspecify.annotations.NullMarked;
