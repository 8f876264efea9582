package org.vigil.victim;

import static org.vigil.db.generated.Tables.CASE_FILE;
import static org.vigil.db.generated.Tables.CASE_PARTY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.vigil.casework.CaseRole;
import org.vigil.casework.CasesWritten;
import org.vigil.casework.SuspectStatus;
import org.vigil.casework.SuspectStatusChanged;
import org.vigil.db.Transactions;
import org.vigil.incident.RiskGrade;
import org.vigil.person.NamedAddress;
import org.vigil.person.NamedParty;
import org.vigil.person.NamedPerson;
import org.vigil.person.PartyBook;
import org.vigil.person.SomePerson;
import org.vigil.person.data.NamedPartiesDue;
import org.vigil.person.jobs.PeopleOfParties;
import org.vigil.security.EngineScope;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Cases of tests, with a victim at 0, a suspect at 1 and, where it says so, a child at 2; and what becomes of the suspect. */
@Component
public class VictimGround {

    public static final int VICTIM = 0;
    public static final int SUSPECT = 1;
    public static final int CHILD = 2;

    private final DSLContext sql;
    private final PartyBook parties;
    private final PeopleOfParties people;
    private final NamedPartiesDue due;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    VictimGround(
            DSLContext sql,
            PartyBook parties,
            PeopleOfParties people,
            NamedPartiesDue due,
            Transactions transactions,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.parties = parties;
        this.people = people;
        this.due = due;
        this.transactions = transactions;
        this.events = events;
    }

    /** A case that the rest of a test speaks of. */
    public record Held(long id, String reference, NamedPerson victim) {}

    /** A case of its own, whose people are known already. */
    public Held aCase(Instant reportedAt, @Nullable Long areaId, @Nullable RiskGrade risk, boolean withChild) {
        var reference = "CASE-" + SomePerson.letters();
        var victim = somebody("Ann");
        var held = EngineScope.call(() -> transactions.call(() -> {
            var id = sql.insertInto(CASE_FILE)
                    .set(CASE_FILE.SOURCE, "TEST")
                    .set(CASE_FILE.REFERENCE, reference)
                    .set(CASE_FILE.CHANGED_AT, reportedAt)
                    .set(CASE_FILE.TAKEN_IN_AT, reportedAt)
                    .set(CASE_FILE.CONTENT_HASH, "0".repeat(64))
                    .set(CASE_FILE.REPORTED_AT, reportedAt)
                    .set(CASE_FILE.AREA_ID, areaId)
                    .set(CASE_FILE.LEVEL, "VOLUME")
                    .set(CASE_FILE.LEVEL_WHY, "No rule makes it more")
                    .set(CASE_FILE.STATE, "OPEN")
                    .set(CASE_FILE.RISK_GRADE, risk == null ? null : risk.name())
                    .returning(CASE_FILE.ID)
                    .fetchSingle(CASE_FILE.ID);
            var named = new ArrayList<>(List.of(
                    new NamedParty(VICTIM, "VICTIM", victim), new NamedParty(SUSPECT, "SUSPECT", somebody("Ben"))));
            if (withChild) {
                named.add(new NamedParty(CHILD, "CHILD", somebody("Cal")));
            }
            named.forEach(party -> sql.insertInto(CASE_PARTY)
                    .set(CASE_PARTY.CASE_ID, id)
                    .set(CASE_PARTY.PLACE, (short) party.place())
                    .set(CASE_PARTY.ROLE, CaseRole.valueOf(party.role()).name())
                    .set(CASE_PARTY.ORIGIN, "HAND")
                    .execute());
            parties.replace(new SubjectRef(SubjectType.CASE, id, reference), named, reportedAt);
            events.publishEvent(new CasesWritten(List.of(id), reportedAt));
            return new Held(id, reference, victim);
        }));
        while (!due.stillDue(SubjectType.CASE, List.of(held.id())).isEmpty()) {
            EngineScope.run(() -> people.run(reportedAt));
        }
        return held;
    }

    /** The suspect has another status, as the crime system tells it. */
    public void suspect(Held of, @Nullable SuspectStatus from, SuspectStatus to, Instant at, @Nullable String why, Instant now) {
        EngineScope.run(() -> transactions.run(() ->
                events.publishEvent(new SuspectStatusChanged(of.id(), SUSPECT, from, to, at, why, now))));
    }

    /** The case is closed. */
    public void close(Held of, Instant at) {
        transactions.run(() -> sql.update(CASE_FILE)
                .set(CASE_FILE.STATE, "CLOSED")
                .set(CASE_FILE.CLOSED_AT, at)
                .where(CASE_FILE.ID.eq(of.id()))
                .execute());
    }

    private static NamedPerson somebody(String given) {
        return new NamedPerson(given + SomePerson.letters(), SomePerson.letters(), SomePerson.day(), "F", null,
                new NamedAddress("1 Example Street", SomePerson.postcode()), List.of());
    }
}
