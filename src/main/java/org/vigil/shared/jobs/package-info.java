/** How the modules declare their few fixed jobs, so that all behave alike under faults. */
@NullMarked
package org.vigil.shared.jobs;

import org.jspecify.annotations.NullMarked;
