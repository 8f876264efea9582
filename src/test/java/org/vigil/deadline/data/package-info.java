@NullMarked
package org.vigil.deadline.data;

import org.jspecify.annotations.NullMarked;
