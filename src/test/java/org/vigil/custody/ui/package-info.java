/** Tests of custody: ui. */
@NullMarked
package org.vigil.custody.ui;

import org.jspecify.annotations.NullMarked;
