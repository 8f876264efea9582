/**
 * The parts that every screen is built of: live rows, clocks, filters, headers, fields, notices.
 *
 * <p>Layout comes from console.css and never from Java: give a component the class {@code stack} (one below the other),
 * {@code cluster} (side by side, wrapping), {@code columns} (equal columns that fall below each other on a telephone),
 * {@code split} (a wide and a narrow column) or {@code panel} (a card).
 */
@NullMarked
package org.vigil.shared.ui;

import org.jspecify.annotations.NullMarked;
