/** The screens of cases. */
@NullMarked
package org.vigil.casework.ui;

import org.jspecify.annotations.NullMarked;
