/** Reads and writes the search's index. */
@NullMarked
package org.vigil.person.search.data;

import org.jspecify.annotations.NullMarked;
