/** The sign-in page and the administration of accounts, areas and wall displays. */
@NullMarked
package org.vigil.security.ui;

import org.jspecify.annotations.NullMarked;
