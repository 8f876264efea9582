package org.vigil.person.rules;

import java.util.Locale;
import java.util.regex.Pattern;
import org.vigil.person.IdentifierScheme;

/**
 * A number by which another system knows somebody, as it is compared.
 *
 * @param value capitals and digits only
 */
public record IdentifierKey(IdentifierScheme scheme, String value) {

    private static final Pattern PNC = Pattern.compile("(\\d{2}|\\d{4})/?(\\d{1,7})([A-Z])");
    private static final Pattern NOT_KEPT = Pattern.compile("[^\\p{L}\\p{N}]");

    /** The key of a number as typed: "1999/0012345X", "99/12345X" and "99/12345x" are one PNC number. */
    public static IdentifierKey of(IdentifierScheme scheme, String typed) {
        var capitals = typed.strip().toUpperCase(Locale.ROOT);
        if (scheme == IdentifierScheme.PNC) {
            var parts = PNC.matcher(capitals.replace(" ", ""));
            if (parts.matches() && capitals.indexOf('/') > 0) {
                var year = parts.group(1);
                var two = year.substring(year.length() - 2);
                return new IdentifierKey(scheme, two + "/" + Long.parseLong(parts.group(2)) + parts.group(3));
            }
        }
        return new IdentifierKey(scheme, NOT_KEPT.matcher(capitals).replaceAll(""));
    }

    public boolean isEmpty() {
        return value.isEmpty() || value.chars().distinct().count() == 1 && value.length() > 3;
    }
}
