/** The alerts' screen: the live list, one alert beside it, and what can be done with it. */
@NullMarked
package org.vigil.alert.ui;

import org.jspecify.annotations.NullMarked;
