/** The database: data sources, migrations, grants, transactions, converters, and the embedded server. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.vigil.db;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
