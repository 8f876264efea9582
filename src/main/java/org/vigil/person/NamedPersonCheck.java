package org.vigil.person;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.api.TextCheck;
import org.vigil.shared.api.TimeCheck;

/** Whether somebody can be kept as a feed names them: texts are cleaned, what is merely odd is kept and told. */
public final class NamedPersonCheck {

    private NamedPersonCheck() {}

    /**
     * The person as they are kept; what is wrong is told to the checks.
     *
     * @param field where in the message they stand, such as "suspects[1].person"
     */
    public static NamedPerson of(TextCheck text, TimeCheck time, String field, NamedPerson sent) {
        time.day(field + ".dateOfBirth", sent.dateOfBirth());
        var address = sent.address();
        var identifiers = text.each(
                field + ".identifiers", sent.identifiers(), (at, number) -> identifier(text, at, number));
        return new NamedPerson(
                text.line(field + ".givenName", sent.givenName(), 120),
                text.line(field + ".familyName", sent.familyName(), 120),
                sent.dateOfBirth(),
                text.line(field + ".sex", sent.sex(), 24),
                text.line(field + ".phone", sent.phone(), 40),
                address == null
                        ? null
                        : new NamedAddress(
                                text.line(field + ".address.line", address.line(), 200),
                                text.postcode(field + ".address.postcode", address.postcode())),
                List.copyOf(new LinkedHashSet<>(identifiers)));
    }

    @SuppressWarnings("ConstantValue") // what a feed sends may lack either
    private static @Nullable NamedIdentifier identifier(TextCheck text, String field, NamedIdentifier sent) {
        if (sent.scheme() == null) {
            text.error(field + ".scheme", "is required");
        }
        var value = text.line(field + ".value", sent.value(), 60);
        if (value == null) {
            text.error(field + ".value", "is required");
            return null;
        }
        return new NamedIdentifier(sent.scheme(), value);
    }
}
