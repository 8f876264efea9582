/** What is decided about a call, case by case. */
@NullMarked
package org.vigil.incident.rules;

import org.jspecify.annotations.NullMarked;
