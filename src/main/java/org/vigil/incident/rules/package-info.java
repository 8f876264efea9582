/** What is decided about a call: targets, lateness, downgrades, impossible times. Pure Java. */
@NullMarked
package org.vigil.incident.rules;

import org.jspecify.annotations.NullMarked;
