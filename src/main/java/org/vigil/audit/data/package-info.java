/** Reads and writes of the audit tables. */
@NullMarked
package org.vigil.audit.data;

import org.jspecify.annotations.NullMarked;
