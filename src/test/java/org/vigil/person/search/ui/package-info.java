@org.jspecify.annotations.NullMarked
package org.vigil.person.search.ui;
