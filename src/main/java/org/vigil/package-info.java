/** The shell: the application, its main layout and its error views. */
@NullMarked
package org.vigil;

import org.jspecify.annotations.NullMarked;
