/** Tests of who may see and do what. */
@NullMarked
package org.vigil.security;

import org.jspecify.annotations.NullMarked;
