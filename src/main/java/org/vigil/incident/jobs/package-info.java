/** Watches for feeds that fall silent. */
@NullMarked
package org.vigil.incident.jobs;

import org.jspecify.annotations.NullMarked;
