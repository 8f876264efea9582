package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
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

    /** The parties of a call, by their places, as they are matched. */
    public static List<PersonParty> parties(SubjectRef subject, List<Party> held) {
        var parties = new ArrayList<PersonParty>();
        for (var place = 0; place < held.size(); place++) {
            var party = held.get(place);
            parties.add(new PersonParty(
                    subject, place, party.role().name(), PersonOfParty.details(party), hash(party)));
        }
        return parties;
    }

    /** Of all that is said about the party but its role: who it is does not hang on that. */
    private static String hash(Party party) {
        try {
            var said = String.join("\n", List.of(
                    String.valueOf(party.givenName()), String.valueOf(party.familyName()),
                    String.valueOf(party.dateOfBirth()), String.valueOf(party.sex()), String.valueOf(party.phone()),
                    String.valueOf(party.address()), String.valueOf(party.identifiers())));
            var digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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
