package org.vigil.person.rules;

import org.jspecify.annotations.Nullable;

/** Telephone numbers as they are compared: digits with the country's code, as E.164 without its plus. */
public final class PhoneKeys {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 15;
    private static final String HERE = "44";

    private PhoneKeys() {}

    /** "447700900123" for "07700 900123", "+44 (0)7700 900123" or "0044 7700900123"; empty for what can't be a number. */
    public static String of(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        var text = typed.strip();
        var digits = digits(text);
        if (text.startsWith("+") || digits.startsWith("00")) {
            digits = withoutTrunk(digits.startsWith("00") && !text.startsWith("+") ? digits.substring(2) : digits);
        } else if (digits.startsWith("0")) {
            digits = HERE + digits.substring(1);
        } else if (digits.length() == 10 && digits.startsWith("7")) {
            digits = HERE + digits;
        } else {
            digits = withoutTrunk(digits);
        }
        return digits.length() < SHORTEST || digits.length() > LONGEST || isFiller(digits) ? "" : digits;
    }

    /** The nought in brackets of "+44 (0)7700". */
    private static String withoutTrunk(String digits) {
        return digits.startsWith(HERE + "0") ? HERE + digits.substring(3) : digits;
    }

    private static String digits(String text) {
        var digits = new StringBuilder();
        text.codePoints().filter(Character::isDigit).limit(LONGEST * 2L).forEach(point -> digits.append(
                Character.getNumericValue(point)));
        return digits.toString();
    }

    /** 07777777777 and 00000: keyed so that a field is not empty. */
    private static boolean isFiller(String digits) {
        var own = digits.startsWith(HERE) ? digits.substring(2) : digits;
        return own.chars().distinct().count() <= 1;
    }
}
