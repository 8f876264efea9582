/** Pure deadline arithmetic: a start, a length, a calendar and facts become an instant and its reasons. */
@NullMarked
@NamedInterface("rules")
package org.vigil.deadline.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
