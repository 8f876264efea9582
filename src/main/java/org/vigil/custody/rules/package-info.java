/** What is decided about custody: where a record stands by its events, its clocks, what can't be. Pure Java. */
@NullMarked
package org.vigil.custody.rules;

import org.jspecify.annotations.NullMarked;
