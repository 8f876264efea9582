/** How names, dates, phones and addresses are compared, and when two records are one person: pure, and so tested whole. */
@NullMarked
package org.vigil.person.rules;

import org.jspecify.annotations.NullMarked;
