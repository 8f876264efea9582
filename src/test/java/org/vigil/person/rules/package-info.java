/** How people are compared, by tables of cases. */
@org.jspecify.annotations.NullMarked
package org.vigil.person.rules;
