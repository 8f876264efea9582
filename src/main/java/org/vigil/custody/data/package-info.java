/** Reads and writes of custody records: the only place of the module that knows the database. */
@NullMarked
package org.vigil.custody.data;

import org.jspecify.annotations.NullMarked;
