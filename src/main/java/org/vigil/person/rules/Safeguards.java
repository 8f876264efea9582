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
 * father and a son may share both names. A number that names one person for life speaks for one, but is typed against the
 * wrong one too: a partner's, a child's.
 */
final class Safeguards {

    private static final double FIRM_BIRTH = 5;

    /** A number that one person has for life; others are given anew by each system. */
    static final double FOR_LIFE = 22;

    /** So many bits tell one home among a town's; the name of the town alone has fewer. */
    private static final double ONE_HOME = 7;

    private static final Set<Field> SPEAK_FOR_ONE =
            EnumSet.of(Field.FAMILY_NAME, Field.BIRTH, Field.IDENTIFIER, Field.PHONE, Field.EMAIL, Field.ADDRESS);

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
        if (is(by, Field.GIVEN_NAME, Agreement.DIFFERENT) && (isForLife(by) || !sharesAllElse(by, ages))) {
            return "Another given name: a relative of the same home would look like this.";
        }
        if (is(by, Field.SEX, Agreement.DIFFERENT)) {
            return "Another sex.";
        }
        if (is(by, Field.BIRTH, Agreement.DIFFERENT)
                && (isForLife(by) || ages.areAGenerationApart() || !sharesWholeName(by)
                        || !sharesContact(by) && !sharesHome(by))) {
            return "Another date of birth: a relative of the same name would look like this.";
        }
        return isForLife(by) || identifies(by, ages) ? null : "Too little of name and date of birth is known.";
    }

    /** Two of one birthday and postcode with nothing of their names alike are neighbours, and nobody is asked. */
    static boolean allowAsking(List<FieldVerdict> fields) {
        Map<Field, FieldVerdict> by = new EnumMap<>(Field.class);
        fields.forEach(field -> by.put(field.field(), field));
        return isForLife(by)
                || !(is(by, Field.GIVEN_NAME, Agreement.DIFFERENT) && is(by, Field.FAMILY_NAME, Agreement.DIFFERENT));
    }

    /** Enough of what belongs to one person alone agrees, whatever is shared with a household. */
    private static boolean identifies(Map<Field, FieldVerdict> by, Ages ages) {
        if (is(by, Field.GIVEN_NAME, Agreement.DIFFERENT)) {
            return true;
        }
        if (agrees(by, Field.GIVEN_NAME)) {
            return SPEAK_FOR_ONE.stream().filter(field -> speaks(by, field)).count() >= BESIDES_THE_GIVEN_NAME;
        }
        // Of a twin without a given name nobody can say which of the two it is while both live at home.
        if (!ages.areAdult() || !agrees(by, Field.BIRTH)) {
            return false;
        }
        var firm = isFirm(by) || ages.areOfOneYear() && sharesHome(by);
        return is(by, Field.EMAIL, Agreement.SAME) || agrees(by, Field.FAMILY_NAME) && firm
                || isBirthday(by, ages) && !is(by, Field.FAMILY_NAME, Agreement.DIFFERENT) && sharesHome(by);
    }

    /** Two grown twins hardly ever share a home; one who is called by a second name, or was written down by a wrong one, does. */
    private static boolean sharesAllElse(Map<Field, FieldVerdict> by, Ages ages) {
        return ages.areGrown()
                && isBirthday(by, ages)
                && agrees(by, Field.FAMILY_NAME)
                && sharesHome(by)
                && !is(by, Field.PHONE, Agreement.DIFFERENT)
                && !is(by, Field.EMAIL, Agreement.DIFFERENT);
    }

    /** One day, or one that nobody but a twin could share: a sister is not born in the months after. */
    private static boolean isBirthday(Map<Field, FieldVerdict> by, Ages ages) {
        return is(by, Field.BIRTH, Agreement.SAME) || ages.areOfOneYear() && isFirm(by);
    }

    private static boolean speaks(Map<Field, FieldVerdict> by, Field field) {
        return agrees(by, field) && (field != Field.BIRTH || isFirm(by));
    }

    private static boolean isFirm(Map<Field, FieldVerdict> by) {
        return by.get(Field.BIRTH).bits() >= FIRM_BIRTH;
    }

    private static boolean isForLife(Map<Field, FieldVerdict> by) {
        return is(by, Field.IDENTIFIER, Agreement.SAME) && by.get(Field.IDENTIFIER).bits() >= FOR_LIFE;
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
