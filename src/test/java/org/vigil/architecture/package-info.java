/** What keeps the shape of the console: module boundaries, rooms, and proof that each guard can fail. */
@org.jspecify.annotations.NullMarked
package org.vigil.architecture;
