/** What every test leans on: the one context, a settable clock, plain connections, a browser. */
@NullMarked
package org.vigil.testkit;

import org.jspecify.annotations.NullMarked;
