package org.vigil.person;

import org.jspecify.annotations.Nullable;

/**
 * Something in force about a person now, that whoever meets them must know.
 *
 * @param kind such as "Non-molestation order"
 * @param detail one line: the arrest answer of an order, the end of bail
 * @param urgent whether somebody may have to act on it at once
 * @param always whether it shows even on a restricted record: a live order or bail with its arrest answer
 * @param href where more of it stands, relative to the console's root, or null
 */
public record PersonMeasure(String kind, String detail, boolean urgent, boolean always, @Nullable String href) {}
