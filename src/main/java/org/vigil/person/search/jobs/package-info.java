/** Counts the dictionary up and works through a backlog of people. */
@NullMarked
package org.vigil.person.search.jobs;

import org.jspecify.annotations.NullMarked;
