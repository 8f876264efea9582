/** Answers the single search to other systems. */
@NullMarked
package org.vigil.person.search.api;

import org.jspecify.annotations.NullMarked;
