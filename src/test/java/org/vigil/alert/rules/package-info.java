/** The life of an alert, case by case. */
@NullMarked
package org.vigil.alert.rules;

import org.jspecify.annotations.NullMarked;
