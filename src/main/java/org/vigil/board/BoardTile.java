package org.vigil.board;

import org.jspecify.annotations.Nullable;

/**
 * One figure below the columns.
 *
 * @param name what it counts: "Late calls, last 24 h"
 * @param value "6 of 94"
 * @param note what stands behind it: "Immediate 2, Priority 4"
 * @param href the list behind it, or null
 */
public record BoardTile(String name, String value, String note, @Nullable String href) {}
