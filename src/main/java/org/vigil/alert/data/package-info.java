/** The alerts' tables: what is read of them, and what is written within the caller's transaction. */
@NullMarked
package org.vigil.alert.data;

import org.jspecify.annotations.NullMarked;
