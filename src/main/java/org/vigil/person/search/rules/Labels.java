package org.vigil.person.search.rules;

import java.util.Set;

/** Words around what is looked for that are none of it: "PNC ID", "tel", "born", "lives at". */
final class Labels {

    private static final Set<String> LABELS = Set.of(
            "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dob", "yob", "aged", "age", "phone", "mobile", "ref",
            "reference", "pnc", "pncid", "cro", "id", "no", "number", "call", "log", "cad", "incident", "crime", "custody",
            "postcode", "aka", "alias", "nee", "née", "address", "lives", "female", "known", "called", "named",
            "the", "and", "or", "of", "at", "in", "on", "from", "years", "old", "about");

    /** Somebody may be called so: they count as a name where they are all that was typed. */
    private static final Set<String> ALSO_NAMES = Set.of("tel", "mob", "born", "male");

    private Labels() {}

    /** Whether a folded word is never a name. */
    static boolean isLabel(String word) {
        return LABELS.contains(word);
    }

    /** Whether a folded word is a name only where nothing else is. */
    static boolean isSeldomName(String word) {
        return ALSO_NAMES.contains(word);
    }
}
