package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.incident.Party;
import org.vigil.incident.rules.PersonOfParty;
import org.vigil.person.PersonParty;
import org.vigil.person.RecordsDue;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** The calls whose people were not taken from their present version. */
@Component
public class PeopleDue implements RecordsDue {

    private static final Duration SHORT_WAIT = Duration.ofMinutes(1);
    private static final Duration LONG_WAIT = Duration.ofHours(1);

    private final DSLContext sql;

    PeopleDue(DSLContext sql) {
        this.sql = sql;
    }

    /** Whether the people of the call's present version are still to be taken. */
    public boolean isDue(long id) {
        return sql.fetchExists(INCIDENT, INCIDENT.ID.eq(id), INCIDENT.PEOPLE_DUE.isTrue());
    }

    @Override
    public List<Long> next(long before, int limit, Instant now) {
        return sql.select(INCIDENT.ID)
                .from(INCIDENT)
                .where(INCIDENT.PEOPLE_DUE.isTrue())
                .and(INCIDENT.ID.lt(before))
                .and(INCIDENT.PEOPLE_FAILED_AT.isNull()
                        .or(INCIDENT.PEOPLE_ATTEMPTS.lt(SOON).and(INCIDENT.PEOPLE_FAILED_AT.le(now.minus(SHORT_WAIT))))
                        .or(INCIDENT.PEOPLE_FAILED_AT.le(now.minus(LONG_WAIT))))
                .orderBy(INCIDENT.ID.desc())
                .limit(limit)
                .fetch(INCIDENT.ID);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DueRecord> lock(Collection<Long> ids) {
        var rows = sql.select(INCIDENT.ID, INCIDENT.REFERENCE, INCIDENT.VERSION, INCIDENT.PEOPLE_ATTEMPTS)
                .from(INCIDENT)
                .where(INCIDENT.PEOPLE_DUE.isTrue())
                .and(INCIDENT.ID.in(ids))
                .orderBy(INCIDENT.ID)
                .forUpdate()
                .skipLocked()
                .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        var parts = CallParts.of(sql, rows.getValues(INCIDENT.ID));
        return rows.map(row -> {
            var subject = new SubjectRef(SubjectType.INCIDENT, row.value1(), row.value2());
            return new DueRecord(
                    row.value1(),
                    subject,
                    row.value3(),
                    row.value4(),
                    parties(subject, parts.parties().getOrDefault(subject.id(), List.of())));
        });
    }

    @Override
    public SubjectRef subject(long id) {
        return new SubjectRef(SubjectType.INCIDENT, id, "Call " + id);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int failed(long id, Instant now) {
        sql.update(INCIDENT)
                .set(INCIDENT.PEOPLE_ATTEMPTS, INCIDENT.PEOPLE_ATTEMPTS.plus(1))
                .set(INCIDENT.PEOPLE_FAILED_AT, now)
                .where(INCIDENT.ID.eq(id))
                .and(INCIDENT.PEOPLE_DUE.isTrue())
                .execute();
        return sql.select(INCIDENT.PEOPLE_ATTEMPTS)
                .from(INCIDENT)
                .where(INCIDENT.ID.eq(id))
                .fetchSingle()
                .value1();
    }

    /** The parties of a call, by their places, as they are matched. */
    public static List<PersonParty> parties(SubjectRef subject, List<Party> held) {
        var parties = new ArrayList<PersonParty>();
        for (var place = 0; place < held.size(); place++) {
            var party = held.get(place);
            parties.add(party.wasErased()
                    ? PersonParty.erased(subject, place, party.role().name())
                    : PersonParty.of(subject, place, party.role().name(), PersonOfParty.details(party)));
        }
        return parties;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(List<DueRecord> calls, Instant now) {
        var statement = sql.batch(sql.update(INCIDENT)
                .set(INCIDENT.PEOPLE_VERSION, (Integer) null)
                .set(INCIDENT.PEOPLE_ATTEMPTS, DSL.inline(0))
                .set(INCIDENT.PEOPLE_FAILED_AT, DSL.inline(null, INCIDENT.PEOPLE_FAILED_AT))
                .where(INCIDENT.ID.eq((Long) null)));
        calls.forEach(call -> statement.bind(call.version(), call.subject().id()));
        statement.execute();
    }
}
