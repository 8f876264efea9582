/** The console with a saboteur in it: started as a process of its own, on a class path without the other tests. */
@NullMarked
package org.vigil.faults.node;

import org.jspecify.annotations.NullMarked;
