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
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** The calls whose people were not taken from their present version. */
@Component
public class PeopleDue {

    /** So often a call is tried again soon: most of what fails was a passing trouble of the database. */
    public static final int SOON = 3;

    private static final Duration SHORT_WAIT = Duration.ofMinutes(1);
    private static final Duration LONG_WAIT = Duration.ofHours(1);

    private final DSLContext sql;

    PeopleDue(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A call with its parties, its row locked.
     *
     * @param attempts how often its people could not be taken
     */
    public record DueCall(SubjectRef subject, int version, int attempts, List<PersonParty> parties) {}

    /** Whether the people of the call's present version are still to be taken. */
    public boolean isDue(long id) {
        return sql.fetchExists(INCIDENT, INCIDENT.ID.eq(id), INCIDENT.PEOPLE_DUE.isTrue());
    }

    /**
     * The keys of the next calls before one, the newest first, without locks: whoever is named in a call of this minute does
     * not wait for years of history. Those that failed wait until they are tried again.
     */
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

    /** Those of these calls that are still due and that nobody else holds, locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DueCall> lock(Collection<Long> ids) {
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
            return new DueCall(
                    subject,
                    row.value3(),
                    row.value4(),
                    parties(subject, parts.parties().getOrDefault(subject.id(), List.of())));
        });
    }

    /** Notes that the people of a call could not be taken; answers how often that failed by now. */
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

    /** Notes that the people of these versions are taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(List<DueCall> calls) {
        var statement = sql.batch(sql.update(INCIDENT)
                .set(INCIDENT.PEOPLE_VERSION, (Integer) null)
                .set(INCIDENT.PEOPLE_ATTEMPTS, DSL.inline(0))
                .set(INCIDENT.PEOPLE_FAILED_AT, DSL.inline(null, INCIDENT.PEOPLE_FAILED_AT))
                .where(INCIDENT.ID.eq((Long) null)));
        calls.forEach(call -> statement.bind(call.version(), call.subject().id()));
        statement.execute();
    }
}
