/** How the API reads what it is sent, hostile or not. */
@NullMarked
package org.vigil.shared.api;

import org.jspecify.annotations.NullMarked;
