/** MariaDB carried in the console's own jar, for a first run and for every test. */
@NullMarked
package org.vigil.db.embedded;

import org.jspecify.annotations.NullMarked;
