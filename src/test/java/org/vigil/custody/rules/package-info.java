/** Tests of custody: rules. */
@NullMarked
package org.vigil.custody.rules;

import org.jspecify.annotations.NullMarked;
