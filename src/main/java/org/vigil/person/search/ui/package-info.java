/** The screen of the single search. */
@NullMarked
package org.vigil.person.search.ui;

import org.jspecify.annotations.NullMarked;
