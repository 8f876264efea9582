/** What an entry's canonical text is, how entries are chained, and what fits. */
@NullMarked
package org.vigil.audit.rules;

import org.jspecify.annotations.NullMarked;
