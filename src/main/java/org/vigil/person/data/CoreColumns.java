package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.vigil.person.PersonCore;
import org.vigil.person.Sex;

/** The columns of a person's own row that an officer edits. */
final class CoreColumns {

    private CoreColumns() {}

    /** The columns in which two differ, with what the second has; how and when somebody is reached go together. */
    static Map<Field<?>, @Nullable Object> changed(PersonCore before, PersonCore after) {
        var was = of(before);
        var values = of(after);
        var differ = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.forEach((column, value) -> {
            if (!Objects.equals(was.get(column), value)) {
                differ.put(column, value);
            }
        });
        together(differ, values, PERSON.SEX, PERSON.SEX_BY_HAND);
        together(differ, values, PERSON.SAFE_METHOD, PERSON.SAFE_TIMES);
        together(differ, values, PERSON.SAFE_TIMES, PERSON.SAFE_METHOD);
        return differ;
    }

    private static void together(
            Map<Field<?>, @Nullable Object> differ, Map<Field<?>, @Nullable Object> all, Field<?> one, Field<?> other) {
        if (differ.containsKey(one)) {
            differ.put(other, all.get(other));
        }
    }

    /** Of changed columns those that must be written to every record of the person: what was emptied, and a danger. */
    static Map<Field<?>, @Nullable Object> overruling(Map<Field<?>, @Nullable Object> changed) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>(changed);
        var sex = changed.get(PERSON.SEX);
        var sexIsKnown = sex == null || Sex.valueOf(sex.toString()).isKnown();
        values.keySet().removeIf(column -> {
            var isSex = column.equals(PERSON.SEX) || column.equals(PERSON.SEX_BY_HAND);
            var isEmptied = changed.get(column) == null || Boolean.FALSE.equals(changed.get(column));
            return isSex ? sexIsKnown : !isEmptied && !column.equals(PERSON.UNSAFE_CONTACT);
        });
        return values;
    }

    private static Map<Field<?>, @Nullable Object> of(PersonCore core) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(PERSON.POLICE_EMPLOYEE, core.policeEmployee());
        values.put(PERSON.SEX, core.sex().name());
        values.put(PERSON.SEX_BY_HAND, core.sex() != Sex.NOT_ASKED);
        values.put(PERSON.LANGUAGE, core.language());
        values.put(PERSON.INTERPRETER_NEEDED, core.interpreterNeeded());
        values.put(PERSON.SAFE_METHOD, core.contact().method());
        values.put(PERSON.SAFE_TIMES, core.contact().times());
        values.put(PERSON.UNSAFE_CONTACT, core.contact().never());
        values.put(PERSON.DESCRIPTION, core.description());
        return values;
    }
}
