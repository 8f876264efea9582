/** The SQL of people; every read for a viewer goes through {@code VisiblePeople}. */
@NullMarked
package org.vigil.person.data;

import org.jspecify.annotations.NullMarked;
