/** Accounts, areas, sessions, failed sign-ins and wall displays as the database keeps them. */
@NullMarked
package org.vigil.security.data;

import org.jspecify.annotations.NullMarked;
