/** What the people module promises, against the real database. */
@org.jspecify.annotations.NullMarked
package org.vigil.person;
