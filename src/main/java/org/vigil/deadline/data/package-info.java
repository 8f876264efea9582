/** Reads and writes of rules, calendars and deadlines. */
@NullMarked
package org.vigil.deadline.data;

import org.jspecify.annotations.NullMarked;
