/** The clock calculator and the catalogue of rules. */
@NullMarked
package org.vigil.deadline.ui;

import org.jspecify.annotations.NullMarked;
