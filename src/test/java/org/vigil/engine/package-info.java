@NullMarked
package org.vigil.engine;

import org.jspecify.annotations.NullMarked;
