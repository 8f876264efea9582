/** What the incident module's jobs promise. */
@NullMarked
package org.vigil.incident.jobs;

import org.jspecify.annotations.NullMarked;
