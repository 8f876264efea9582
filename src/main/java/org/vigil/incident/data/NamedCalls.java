package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.vigil.incident.CallsByName.Found;
import org.vigil.incident.CallsByName.Name;
import org.vigil.shared.Viewer;

/** Looks calls up by their references, in one statement however many are asked for. */
@Component
public class NamedCalls {

    private final DSLContext sql;

    NamedCalls(DSLContext sql) {
        this.sql = sql;
    }

    /** See {@link org.vigil.incident.CallsByName#find}. */
    public Map<Name, Found> find(Viewer viewer, Collection<Name> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        var visible = DSL.field(CallQueries.visibleTo(viewer));
        var found = new HashMap<Name, Found>();
        sql.select(INCIDENT.ID, INCIDENT.SOURCE, INCIDENT.REFERENCE, visible)
                .from(INCIDENT)
                .where(INCIDENT.REFERENCE.in(names.stream().map(Name::reference).distinct().toList()))
                .orderBy(INCIDENT.RECEIVED_AT, INCIDENT.ID)
                .forEach(row -> {
                    var call = new Found(Boolean.TRUE.equals(row.value4()) ? row.value1() : null);
                    found.put(new Name(row.value2(), row.value3()), call);
                    found.put(new Name("", row.value3()), call);
                });
        found.keySet().retainAll(java.util.Set.copyOf(names));
        return found;
    }
}
