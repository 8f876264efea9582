@NullMarked
package org.vigil.demo;

import org.jspecify.annotations.NullMarked;
