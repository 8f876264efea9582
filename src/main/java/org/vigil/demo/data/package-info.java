/** Whether the demonstration's story was told. */
@NullMarked
package org.vigil.demo.data;

import org.jspecify.annotations.NullMarked;
