package org.vigil.person.rules;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.person.rules.FieldVerdict.Agreement;

/**
 * What no sum of weights outvotes. Relatives share a home, a telephone and a family name, and twins a birthday too; a
 * father and a son may share both names. Only a number that names one person for life speaks against all of these.
 */
final class Safeguards {

    private static final double FIRM_BIRTH = 5;

    /** So many bits tell one home among a town's; the name of the town alone has fewer. */
    private static final double ONE_HOME = 7;

    private static final Set<Field> SPEAK_FOR_ONE =
            EnumSet.of(Field.FAMILY_NAME, Field.BIRTH, Field.PHONE, Field.EMAIL, Field.ADDRESS);

    /** A name alone is a father's and his son's too, and a given name with a birthday some stranger's. */
    private static final int BESIDES_THE_GIVEN_NAME = 2;

    private Safeguards() {}

    /** Why two records may not be joined without anybody looking, or null where they may. */
    static @Nullable String objection(List<FieldVerdict> fields, Ages ages) {
        Map<Field, FieldVerdict> by = new EnumMap<>(Field.class);
        fields.forEach(field -> by.put(field.field(), field));
        if (is(by, Field.IDENTIFIER, Agreement.DIFFERENT)) {
            return "Each has a number for life, and they differ.";
        }
        if (is(by, Field.IDENTIFIER, Agreement.SAME)) {
            return is(by, Field.GIVEN_NAME, Agreement.DIFFERENT) && is(by, Field.BIRTH, Agreement.DIFFERENT)
                    ? "The same number, but another given name and date of birth."
                    : null;
        }
        if (is(by, Field.GIVEN_NAME, Agreement.DIFFERENT) && !(ages.areGrown() && sharesAllElse(by, ages))) {
            return "Another given name: a relative of the same home would look like this.";
        }
        if (is(by, Field.SEX, Agreement.DIFFERENT)) {
            return "Another sex.";
        }
        if (is(by, Field.BIRTH, Agreement.DIFFERENT)
                && !(sharesWholeName(by) && (sharesContact(by) || sharesHome(by) && !ages.areAGenerationApart()))) {
            return "Another date of birth: a relative of the same name would look like this.";
        }
        return identifies(by, ages) ? null : "Too little of name and date of birth is known.";
    }

    /** Two of one birthday and postcode with nothing of their names alike are neighbours, and nobody is asked. */
    static boolean allowAsking(List<FieldVerdict> fields) {
        Map<Field, FieldVerdict> by = new EnumMap<>(Field.class);
        fields.forEach(field -> by.put(field.field(), field));
        return is(by, Field.IDENTIFIER, Agreement.SAME)
                || !(is(by, Field.GIVEN_NAME, Agreement.DIFFERENT) && is(by, Field.FAMILY_NAME, Agreement.DIFFERENT));
    }

    /** Enough of what belongs to one person alone agrees, whatever is shared with a household. */
    private static boolean identifies(Map<Field, FieldVerdict> by, Ages ages) {
        if (is(by, Field.GIVEN_NAME, Agreement.DIFFERENT) || ages.areGrown() && sharesAllElse(by, ages)) {
            return true;
        }
        if (agrees(by, Field.GIVEN_NAME)) {
            return SPEAK_FOR_ONE.stream().filter(field -> agrees(by, field)).count() >= BESIDES_THE_GIVEN_NAME;
        }
        if (!agrees(by, Field.BIRTH)) {
            return false;
        }
        var firm = by.get(Field.BIRTH).bits() >= FIRM_BIRTH || ages.areOfOneYear() && sharesHome(by);
        return is(by, Field.EMAIL, Agreement.SAME) || agrees(by, Field.FAMILY_NAME) && firm;
    }

    private static boolean sharesAllElse(Map<Field, FieldVerdict> by, Ages ages) {
        var birth = is(by, Field.BIRTH, Agreement.SAME)
                || ages.areOfOneYear() && by.get(Field.BIRTH).bits() >= FIRM_BIRTH;
        return birth && !is(by, Field.FAMILY_NAME, Agreement.DIFFERENT) && sharesHome(by);
    }

    private static boolean sharesHome(Map<Field, FieldVerdict> by) {
        return by.get(Field.ADDRESS).bits() >= ONE_HOME;
    }

    private static boolean sharesContact(Map<Field, FieldVerdict> by) {
        return is(by, Field.EMAIL, Agreement.SAME) || is(by, Field.PHONE, Agreement.SAME);
    }

    private static boolean sharesWholeName(Map<Field, FieldVerdict> by) {
        return agrees(by, Field.GIVEN_NAME) && agrees(by, Field.FAMILY_NAME);
    }

    private static boolean agrees(Map<Field, FieldVerdict> by, Field field) {
        return is(by, field, Agreement.SAME) || is(by, field, Agreement.CLOSE) && by.get(field).bits() > 0;
    }

    private static boolean is(Map<Field, FieldVerdict> by, Field field, Agreement agreement) {
        return by.get(field).is(agreement);
    }
}
