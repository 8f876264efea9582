/** Tests of what people see of a person. */
@NullMarked
package org.vigil.person.ui;

import org.jspecify.annotations.NullMarked;
