package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON_NAME;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.vigil.person.NameKind;
import org.vigil.person.PartState;
import org.vigil.person.PersonPart;
import org.vigil.person.data.Standings.Standing;

/** By what name others are mentioned, in one statement however many they are. */
@Component
public class NameReads {

    private static final Comparator<Held> BEST_FIRST =
            Comparator.comparing(Held::state).thenComparing(held -> held.name().kind()).thenComparing(Held::id);

    private final DSLContext sql;

    NameReads(DSLContext sql) {
        this.sql = sql;
    }

    private record Held(long id, PartState state, PersonPart.Name name) {}

    /**
     * The names by which people are shown, by the keys that were asked for, whichever of their records holds the name; who
     * may be shown them is for the caller to say.
     */
    public Map<Long, String> of(Standing people) {
        var held = held(people.records().values().stream().flatMap(Set::stream).toList());
        var names = new HashMap<Long, String>();
        people.survivors().forEach((id, survivor) -> names.put(id, people.records().getOrDefault(survivor, Set.of()).stream()
                .flatMap(record -> held.getOrDefault(record, List.of()).stream())
                .min(BEST_FIRST)
                .map(best -> best.name().words())
                .orElse("Name not known")));
        return names;
    }

    private Map<Long, List<Held>> held(Collection<Long> records) {
        var held = new HashMap<Long, List<Held>>();
        if (!records.isEmpty()) {
            sql.select(
                            PERSON_NAME.ID,
                            PERSON_NAME.PERSON_ID,
                            PERSON_NAME.STATE,
                            PERSON_NAME.KIND,
                            PERSON_NAME.GIVEN_NAME,
                            PERSON_NAME.FAMILY_NAME)
                    .from(PERSON_NAME)
                    .where(PERSON_NAME.PERSON_ID.in(records))
                    .and(PERSON_NAME.STATE.ne(PartState.WRONG.name()))
                    .forEach(row -> held.computeIfAbsent(row.value2(), record -> new ArrayList<>()).add(new Held(
                            row.value1(),
                            PartState.valueOf(row.value3()),
                            new PersonPart.Name(NameKind.valueOf(row.value4()), row.value5(), row.value6()))));
        }
        return held;
    }
}
