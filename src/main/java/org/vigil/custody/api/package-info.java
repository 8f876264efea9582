/** Takes custody events in from the custody system. */
@NullMarked
package org.vigil.custody.api;

import org.jspecify.annotations.NullMarked;
