/** What is owed to a victim, when she may be contacted, and what is missing for her. Pure Java. */
@NullMarked
package org.vigil.victim.rules;

import org.jspecify.annotations.NullMarked;
