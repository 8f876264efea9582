/** The list of cases, the page of each, and the form that enters one. */
@NullMarked
package org.vigil.casework.ui;

import org.jspecify.annotations.NullMarked;
