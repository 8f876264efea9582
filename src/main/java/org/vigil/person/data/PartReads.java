package org.vigil.person.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.vigil.person.HeldPart;
import org.vigil.person.PersonPart;

/** Reads what is said about people, by the records that hold it. */
@Component
public class PartReads {

    private final DSLContext sql;

    PartReads(DSLContext sql) {
        this.sql = sql;
    }

    /** All parts of these records, whatever their state. */
    public Map<Long, List<HeldPart<?>>> of(Collection<Long> records) {
        var parts = new HashMap<Long, List<HeldPart<?>>>();
        if (records.isEmpty()) {
            return parts;
        }
        for (var table : PartTable.ALL) {
            read(table, records)
                    .forEach(held -> parts.computeIfAbsent(held.personId(), key -> new ArrayList<>())
                            .add(held));
        }
        return parts;
    }

    private <P extends PersonPart> List<HeldPart<P>> read(PartTable<P> table, Collection<Long> records) {
        return sql.select(table.table().fields())
                .from(table.table())
                .where(table.personId().in(records))
                .orderBy(table.id())
                .fetch(table::held);
    }
}
