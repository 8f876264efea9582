package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON_NAMED_ERASED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.Fingerprint;
import org.vigil.person.NamedParty;
import org.vigil.person.NamedPerson;

/** Knows erased parties again when a feed repeats them, by prints from which nothing can be read. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class NamedErasures {

    private final DSLContext sql;

    NamedErasures(DSLContext sql) {
        this.sql = sql;
    }

    private record Erased(int place, Fingerprint print) {}

    /** What is kept of the parties that a message names; who can't be told from somebody erased is left out as well. */
    public List<NamedParty> leaveOut(long key, List<NamedParty> said) {
        var erased = sql.selectFrom(PERSON_NAMED_ERASED)
                .where(PERSON_NAMED_ERASED.RECORD_ID.eq(key))
                .fetch(row -> new Erased(row.getPlace(), new Fingerprint(
                        row.getSalt(), row.getNamePrint(), row.getBirthPrint(), row.getPhonePrint(),
                        Arrays.stream(row.getNumberPrints().split(" "))
                                .filter(print -> !print.isEmpty())
                                .collect(Collectors.toSet()))));
        if (erased.isEmpty()) {
            return said;
        }
        var kept = new ArrayList<NamedParty>();
        for (var party : said) {
            var details = party.person().details();
            var isErased = erased.stream().anyMatch(each -> each.print().fits(details, each.place() == party.place()));
            kept.add(isErased ? new NamedParty(party.place(), party.role(), NamedPerson.ERASED) : party);
        }
        return kept;
    }

    /** Remembers somebody who is being erased. */
    public void remember(long key, NamedParty party, Instant now) {
        var print = Fingerprint.of(party.person().details(), UUID.randomUUID().toString().replace("-", ""));
        sql.insertInto(PERSON_NAMED_ERASED)
                .set(PERSON_NAMED_ERASED.RECORD_ID, key)
                .set(PERSON_NAMED_ERASED.PLACE, (short) party.place())
                .set(PERSON_NAMED_ERASED.SALT, print.salt())
                .set(PERSON_NAMED_ERASED.NAME_PRINT, print.name())
                .set(PERSON_NAMED_ERASED.BIRTH_PRINT, print.birth())
                .set(PERSON_NAMED_ERASED.PHONE_PRINT, print.phone())
                .set(PERSON_NAMED_ERASED.NUMBER_PRINTS, String.join(" ", print.numbers()))
                .set(PERSON_NAMED_ERASED.ERASED_AT, now)
                .execute();
    }
}
