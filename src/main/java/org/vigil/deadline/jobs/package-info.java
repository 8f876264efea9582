/** The sweep that raises what is due, and the daily look at the calendar. */
@NullMarked
package org.vigil.deadline.jobs;

import org.jspecify.annotations.NullMarked;
