/** The screens of custody. */
@NullMarked
package org.vigil.custody.ui;

import org.jspecify.annotations.NullMarked;
