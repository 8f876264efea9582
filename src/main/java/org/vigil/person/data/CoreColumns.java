package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.vigil.person.PersonCore;
import org.vigil.person.Sex;

/** The columns of a person's own row that an officer edits. */
final class CoreColumns {

    private CoreColumns() {}

    static Map<Field<?>, @Nullable Object> of(PersonCore core) {
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
