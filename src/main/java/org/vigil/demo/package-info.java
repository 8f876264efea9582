/** Demonstration data: an invented force with weeks of calls, made by code from a fixed seed. */
@NullMarked
package org.vigil.demo;

import org.jspecify.annotations.NullMarked;
