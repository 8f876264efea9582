@NullMarked
package org.vigil.person.api;

import org.jspecify.annotations.NullMarked;
