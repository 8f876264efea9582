/** The sweep that raises what is due, and the daily look at the calendar. */
@NullMarked
@NamedInterface("jobs")
package org.vigil.deadline.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
