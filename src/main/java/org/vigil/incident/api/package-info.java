/** Takes calls in from command and control. */
@NullMarked
package org.vigil.incident.api;

import org.jspecify.annotations.NullMarked;
