package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT;
import static org.vigil.db.generated.Tables.INCIDENT_ERASED_PARTY;
import static org.vigil.db.generated.Tables.INCIDENT_PARTY;
import static org.vigil.db.generated.Tables.INCIDENT_PARTY_IDENTIFIER;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.InvalidInputException;
import org.vigil.person.PersonParty;
import org.vigil.person.PersonLink;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.db.generated.tables.records.IncidentErasedPartyRecord;
import org.vigil.incident.Call;
import org.vigil.incident.Party;
import org.vigil.incident.rules.ErasedCallParty;
import org.vigil.incident.rules.PersonOfParty;
import org.vigil.person.Fingerprint;

/** Takes parties out of calls for good, and knows them again when a feed repeats them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ErasedParties {

    private final DSLContext sql;

    ErasedParties(DSLContext sql) {
        this.sql = sql;
    }

    /** Those who were erased from some calls. */
    public record Known(Map<Long, List<ErasedCallParty>> byCall) {

        /** The call without them. */
        public Call leaveOut(Call call) {
            var erased = byCall.get(call.id());
            return erased == null ? call : call.naming(ErasedCallParty.leftOut(call.parties(), erased));
        }
    }

    /** Those who were erased from these calls. */
    public Known of(Collection<Long> calls) {
        return new Known(calls.isEmpty()
                ? Map.of()
                : sql.selectFrom(INCIDENT_ERASED_PARTY)
                        .where(INCIDENT_ERASED_PARTY.INCIDENT_ID.in(calls))
                        .fetchGroups(INCIDENT_ERASED_PARTY.INCIDENT_ID, ErasedParties::erased));
    }

    /** Locks calls until the transaction ends. */
    public void lock(Collection<Long> calls) {
        if (!calls.isEmpty()) {
            sql.select(INCIDENT.ID).from(INCIDENT).where(INCIDENT.ID.in(calls)).orderBy(INCIDENT.ID).forUpdate().fetch();
        }
    }

    /**
     * Takes the parties of whom these links tell out of a call; answers how many there were.
     *
     * @throws InvalidInputException where a link fits no party: the call has changed since, and by place alone somebody
     *     else would be erased
     */
    public int erase(SubjectRef subject, List<PersonLink> links, Instant now) {
        var call = subject.id();
        var parties = CallParts.of(sql, List.of(call)).parties().getOrDefault(call, List.of());
        var said = PeopleDue.parties(subject, parties);
        var erased = 0;
        for (var link : links) {
            if (link.contentHash().equals(PersonParty.ERASED)) {
                continue;
            }
            var place = said.stream()
                    .filter(party -> party.contentHash().equals(link.contentHash()))
                    .min(Comparator.comparing(party -> party.place() != link.place()))
                    .map(PersonParty::place)
                    .orElseThrow(() -> new InvalidInputException(
                            "call", "Call " + subject.reference() + " has changed, and who is named in it is being taken anew. Try"
                                    + " again in a minute."));
            remember(call, place, parties.get(place), now);
            blank(call, place, Party.erased(parties.get(place).role()));
            erased++;
        }
        if (erased > 0) {
            sql.update(INCIDENT).set(INCIDENT.VERSION, INCIDENT.VERSION.plus(1)).where(INCIDENT.ID.eq(call)).execute();
        }
        return erased;
    }

    private void remember(long call, int place, Party party, Instant now) {
        var print = Fingerprint.of(PersonOfParty.details(party), UUID.randomUUID().toString().replace("-", ""));
        sql.insertInto(INCIDENT_ERASED_PARTY)
                .set(INCIDENT_ERASED_PARTY.INCIDENT_ID, call)
                .set(INCIDENT_ERASED_PARTY.POSITION, (short) place)
                .set(INCIDENT_ERASED_PARTY.SALT, print.salt())
                .set(INCIDENT_ERASED_PARTY.NAME_PRINT, print.name())
                .set(INCIDENT_ERASED_PARTY.BIRTH_PRINT, print.birth())
                .set(INCIDENT_ERASED_PARTY.PHONE_PRINT, print.phone())
                .set(INCIDENT_ERASED_PARTY.NUMBER_PRINTS, String.join(" ", print.numbers()))
                .set(INCIDENT_ERASED_PARTY.ERASED_AT, now)
                .execute();
    }

    private void blank(long call, int place, Party nobody) {
        sql.deleteFrom(INCIDENT_PARTY_IDENTIFIER)
                .where(INCIDENT_PARTY_IDENTIFIER.INCIDENT_ID.eq(call))
                .and(INCIDENT_PARTY_IDENTIFIER.POSITION.eq((short) place))
                .execute();
        sql.update(INCIDENT_PARTY)
                .set(INCIDENT_PARTY.GIVEN_NAME, nobody.givenName())
                .set(INCIDENT_PARTY.FAMILY_NAME, nobody.familyName())
                .set(INCIDENT_PARTY.DATE_OF_BIRTH, nobody.dateOfBirth())
                .set(INCIDENT_PARTY.SEX, nobody.sex())
                .set(INCIDENT_PARTY.PHONE, nobody.phone())
                .setNull(INCIDENT_PARTY.ADDRESS_LINE)
                .setNull(INCIDENT_PARTY.POSTCODE)
                .where(INCIDENT_PARTY.INCIDENT_ID.eq(call))
                .and(INCIDENT_PARTY.POSITION.eq((short) place))
                .execute();
    }

    private static ErasedCallParty erased(IncidentErasedPartyRecord row) {
        var numbers = Arrays.stream(row.getNumberPrints().split(" "))
                .filter(print -> !print.isEmpty())
                .collect(Collectors.toSet());
        return new ErasedCallParty(
                row.getPosition(),
                new Fingerprint(row.getSalt(), row.getNamePrint(), row.getBirthPrint(), row.getPhonePrint(), numbers));
    }
}
