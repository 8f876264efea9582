/** Answers who a person is to other systems. */
@NullMarked
package org.vigil.person.api;

import org.jspecify.annotations.NullMarked;
