/** What is decided in a search: what the words mean, what is close to what, what comes first. Pure Java. */
@NullMarked
package org.vigil.person.search.rules;

import org.jspecify.annotations.NullMarked;
