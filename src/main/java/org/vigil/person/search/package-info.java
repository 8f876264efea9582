/** The single search: one field that finds people by whatever somebody half heard. */
@NullMarked
@NamedInterface("search")
package org.vigil.person.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
