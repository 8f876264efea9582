/** How the invented force looks and what happens in it, as pure functions of a seed and a starting instant. */
@NullMarked
package org.vigil.demo.rules;

import org.jspecify.annotations.NullMarked;
