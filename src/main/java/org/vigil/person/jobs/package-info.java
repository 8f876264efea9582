/** Works out group and review of people by night, and has the log's values of erased people erased. */
@NullMarked
package org.vigil.person.jobs;

import org.jspecify.annotations.NullMarked;
