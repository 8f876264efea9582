@NullMarked
package org.vigil.engine.rules;

import org.jspecify.annotations.NullMarked;
