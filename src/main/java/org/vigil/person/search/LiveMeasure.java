package org.vigil.person.search;

import org.jspecify.annotations.Nullable;

/**
 * Something in force about a person that whoever meets them must know.
 *
 * @param kind such as "Non-molestation order"
 * @param detail one line: the arrest answer of an order, the end of bail
 * @param always whether it shows even on a restricted record: a live order or bail with its arrest answer
 * @param path of the screen that shows it, or null
 */
public record LiveMeasure(String kind, String detail, boolean always, @Nullable String path) {}
