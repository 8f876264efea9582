package org.vigil.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a postcode in the United Kingdom looks like; whether it exists is another question. */
public final class Postcodes {

    private static final Pattern FORM = Pattern.compile("GIR ?0AA|"
            + "(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][0-9][A-HJKPSTUW]"
            + "|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY]) ?[0-9][ABD-HJLNP-UW-Z]{2}");

    private Postcodes() {}

    /** Whether it can't be a postcode as it stands; it is kept and marked all the same. */
    public static boolean isDoubtful(String postcode) {
        return !FORM.matcher(postcode.strip().toUpperCase(Locale.UK)).matches();
    }

    /** "PR1 2AB" for "pr12ab"; a doubtful one stays as it came. */
    public static String tidy(String postcode) {
        if (isDoubtful(postcode)) {
            return postcode;
        }
        var bare = postcode.strip().toUpperCase(Locale.UK).replace(" ", "");
        return bare.substring(0, bare.length() - 3) + " " + bare.substring(bare.length() - 3);
    }
}
