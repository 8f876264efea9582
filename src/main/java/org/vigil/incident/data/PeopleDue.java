package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.incident.Party;
import org.vigil.incident.rules.PersonOfParty;
import org.vigil.person.PersonParty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** The calls whose people were not taken from their present version. */
@Component
public class PeopleDue {

    private final DSLContext sql;

    PeopleDue(DSLContext sql) {
        this.sql = sql;
    }

    /** A call with its parties, its row locked. */
    public record DueCall(SubjectRef subject, int version, List<PersonParty> parties) {}

    /** The next calls that nobody else holds, locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DueCall> lockNext(int limit, Collection<Long> without) {
        return lock(without.isEmpty() ? DSL.noCondition() : INCIDENT.ID.notIn(without), limit);
    }

    /** One call, if it is still due and nobody else holds it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DueCall> lock(long id) {
        return lock(INCIDENT.ID.eq(id), 1);
    }

    /** Whether the people of the call's present version are still to be taken. */
    public boolean isDue(long id) {
        return sql.fetchExists(INCIDENT, INCIDENT.ID.eq(id), INCIDENT.PEOPLE_DUE.isTrue());
    }

    /** The keys of the next calls, without locks. */
    public List<Long> next(int limit) {
        return sql.select(INCIDENT.ID)
                .from(INCIDENT)
                .where(INCIDENT.PEOPLE_DUE.isTrue())
                .orderBy(INCIDENT.ID)
                .limit(limit)
                .fetch(INCIDENT.ID);
    }

    private List<DueCall> lock(Condition which, int limit) {
        var rows = sql.select(INCIDENT.ID, INCIDENT.REFERENCE, INCIDENT.VERSION)
                .from(INCIDENT)
                .where(INCIDENT.PEOPLE_DUE.isTrue())
                .and(which)
                .orderBy(INCIDENT.ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        var parts = CallParts.of(sql, rows.getValues(INCIDENT.ID));
        return rows.map(row -> {
            var subject = new SubjectRef(SubjectType.INCIDENT, row.value1(), row.value2());
            return new DueCall(subject, row.value3(), parties(subject, parts.parties().getOrDefault(subject.id(), List.of())));
        });
    }

    private static List<PersonParty> parties(SubjectRef subject, List<Party> held) {
        var parties = new ArrayList<PersonParty>();
        for (var place = 0; place < held.size(); place++) {
            var party = held.get(place);
            parties.add(party.wasErased()
                    ? PersonParty.erased(subject, place, party.role().name())
                    : new PersonParty(
                            subject, place, party.role().name(), PersonOfParty.details(party), PersonOfParty.hash(party)));
        }
        return parties;
    }

    /** Notes that the people of these versions are taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(List<DueCall> calls) {
        var statement = sql.batch(sql.update(INCIDENT)
                .set(INCIDENT.PEOPLE_VERSION, (Integer) null)
                .where(INCIDENT.ID.eq((Long) null)));
        calls.forEach(call -> statement.bind(call.version(), call.subject().id()));
        statement.execute();
    }
}
