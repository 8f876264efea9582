/** The screens of people: one page for each, and the queue of records that may be one person. */
@NullMarked
package org.vigil.person.ui;

import org.jspecify.annotations.NullMarked;
