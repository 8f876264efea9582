package org.vigil.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.casework.CaseDesk.Hand;
import org.vigil.casework.data.CaseStore;
import org.vigil.casework.rules.CaseClosings;
import org.vigil.casework.rules.CaseInput;
import org.vigil.casework.rules.SuspectStatuses;
import org.vigil.db.Transactions;
import org.vigil.incident.RiskGrade;
import org.vigil.incident.RiskTool;
import org.vigil.person.NamedParty;
import org.vigil.person.NamedPerson;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.Texts;
import org.vigil.shared.UkTime;

/**
 * What supervisors and domestic abuse officers enter about cases. It lies over what the feed says and no message takes it
 * away; clock, alerts and level follow at once. Every method takes the case's version as it was on screen, and throws
 * {@link org.vigil.shared.ChangedMeanwhileException} where somebody changed it since.
 */
@Service
@Requires({Duty.SUPERVISOR, Duty.SPECIALIST})
public class CaseChanges {

    private final CaseDesk desk;
    private final CaseStore store;
    private final Transactions transactions;

    CaseChanges(CaseDesk desk, CaseStore store, Transactions transactions) {
        this.desk = desk;
        this.store = store;
        this.transactions = transactions;
    }

    /** Enters a case and answers its reference. */
    public String enter(NewCase entered) {
        var about = CaseInput.required("title", entered.title(), 200, "Say in a few words what the case is about.");
        return transactions.call(() -> {
            var hand = desk.hand();
            var now = hand.now();
            CaseInput.past("reportedAt", entered.reportedAt(), now);
            var year = UkTime.localDay(entered.reportedAt()).getYear();
            var reference = "CASE-%d-%06d".formatted(year, store.nextNumber(year));
            var people = new ArrayList<NamedParty>();
            var parties = new ArrayList<CaseParty>();
            var suspects = new ArrayList<Suspect>();
            add(people, parties, 0, CaseRole.VICTIM, entered.victim());
            if (entered.suspect() != null) {
                add(people, parties, 1, CaseRole.SUSPECT, entered.suspect());
                var status = entered.status() == null ? SuspectStatus.OUTSTANDING : entered.status();
                suspects.add(SuspectStatuses.fresh(1, told(status, entered.reportedAt(), null, hand)));
            }
            var call = CaseInput.text("call", entered.call(), 60);
            var crime = CaseInput.text("crime", entered.crime(), 60);
            var offence = CaseInput.text("offence", entered.offence(), 200);
            // Without a crime there is no place for the offence but the words of the case, where the rules of levels look too.
            var title = crime != null || offence == null || about.contains(offence)
                    ? about
                    : Texts.cut(about + " · " + offence, 200);
            desk.enter(
                    new Case(0, 0, CaseKey.CONSOLE, reference, now, now, "", entered.reportedAt(), title, entered.areaId(),
                            new LevelSet(CaseLevel.VOLUME, "", false), Lead.NOBODY, Closing.OPEN, parties, suspects,
                            call == null ? List.of() : List.of(new CaseCall("", call, true)),
                            crime == null ? List.of() : List.of(new CaseCrime(crime, offence, null, true)), List.of(),
                            List.of()),
                    people,
                    hand);
            return reference;
        });
    }

    private static void add(
            List<NamedParty> people, List<CaseParty> parties, int place, CaseRole role, NamedPerson person) {
        people.add(new NamedParty(place, role.name(), person));
        parties.add(new CaseParty(place, role, true, null, null));
    }

    /** Says who leads the case from now on; no message changes it any more. */
    public void allocate(long id, int version, Lead lead, String reason) {
        var why = CaseInput.reason("reason", reason);
        var clean = new Lead(
                CaseInput.required("lead", lead.name(), 120, "Name the officer who leads."),
                CaseInput.text("collar", lead.collar(), 40), lead.pip(), CaseInput.text("team", lead.team(), 80),
                CaseInput.text("supervisor", lead.supervisor(), 120), true);
        desk.change(id, version, "Case allocated", (held, hand) -> held.ledBy(clean)
                .withAction(done(hand, ActionKind.ALLOCATED, null, hand.now(), clean.words() + ": " + why)));
    }

    /** Enters an assessment of risk. */
    public void assess(
            long id,
            int version,
            RiskTool tool,
            @Nullable String form,
            RiskGrade grade,
            Instant at,
            @Nullable String assessor,
            @Nullable LocalDate reviewOn,
            @Nullable String note) {
        desk.change(id, version, "Risk assessed", (held, hand) -> {
            CaseInput.past("at", at, hand.now());
            return held.assessed(new Assessment(
                    0, tool, CaseInput.text("version", form, 24), grade, at, true, CaseInput.text("assessor", assessor, 120),
                    reviewOn, CaseInput.text("note", note, 500), true, hand.now(), hand.name()));
        });
    }

    /** Enters that something was done about a case that is open. */
    public void act(long id, int version, ActionKind kind, @Nullable Enum<?> detail, Instant at, String note) {
        var said = CaseInput.reason("note", note);
        desk.change(id, version, kind.label(), (held, hand) -> {
            CaseInput.requireOpen(held);
            CaseInput.past("at", at, hand.now());
            return held.withAction(done(hand, kind, detail == null ? null : detail.name(), at, said));
        });
    }

    /** Says which of two people who accuse each other is the primary perpetrator, and why; it counts for both cases. */
    public void primary(long id, int version, long otherCase, boolean suspectOfThisCase, int place, String reason) {
        var why = CaseInput.reason("reason", reason);
        desk.change(id, version, ActionKind.PRIMARY_PERPETRATOR.label(), (held, hand) -> held.withAction(
                done(hand, ActionKind.PRIMARY_PERPETRATOR, null, hand.now(),
                                (suspectOfThisCase ? "The suspect of this case" : "The suspect of the other case") + ": " + why)
                        .about(place, otherCase)));
    }

    /** Enters a suspect's status; what began before the one that is held is kept as history. */
    public void status(
            long id, int version, int place, SuspectStatus status, Instant since, @Nullable String reason) {
        desk.change(id, version, "Suspect's status entered", (held, hand) -> {
            CaseInput.past("since", since, hand.now());
            var suspect = suspect(held, place);
            var told = held.withSuspect(SuspectStatuses.told(
                    suspect, told(status, since, CaseInput.text("reason", reason, 500), hand)));
            return CaseClosings.openedByCharge(held, told, hand.now());
        });
    }

    /** Enters an attempt to arrest a suspect. */
    public void attempt(long id, int version, int place, Instant at, String by, String note) {
        var said = CaseInput.reason("note", note);
        var who = CaseInput.required("by", by, 120, "Say who went.");
        desk.change(id, version, "Attempt to arrest entered", (held, hand) -> {
            CaseInput.past("at", at, hand.now());
            return held.withSuspect(
                    suspect(held, place).attempted(new Suspect.Attempt(0, at, who, said, hand.now(), hand.name())));
        });
    }

    /** Enters when and from where a suspect is to be released; no day takes it off. */
    public void release(long id, int version, int place, @Nullable LocalDate day, @Nullable ReleaseFrom from) {
        if ((day == null) != (from == null)) {
            throw new InvalidInputException("releaseOn", "Give both the day and from where.");
        }
        desk.change(id, version, "Release entered", (held, hand) ->
                held.withSuspect(suspect(held, place).releasedOn(day, from)));
    }

    /** Sets the level by hand, or with null leaves it to the rules again. */
    public void level(long id, int version, @Nullable CaseLevel level, String reason) {
        var why = CaseInput.reason("reason", reason);
        desk.change(id, version, "Level set", (held, hand) -> held
                .withLevel(level == null
                        ? new LevelSet(held.level().level(), held.level().why(), false)
                        : new LevelSet(level, Texts.cut(why, 500), true))
                .withAction(done(hand, ActionKind.LEVEL_SET, null, hand.now(),
                        (level == null ? "By the rules" : level.label()) + ": " + why)));
    }

    /** Closes a case; a charge that becomes known later opens it again. */
    public void close(long id, int version, String outcome) {
        var said = CaseInput.reason("outcome", outcome);
        desk.change(id, version, "Case closed", (held, hand) -> {
            CaseInput.requireOpen(held);
            return held.closing(new Closing(hand.now(), Texts.cut(said, 255), held.closing().reopenedAt()))
                    .withAction(done(hand, ActionKind.CLOSED, null, hand.now(), said));
        });
    }

    /** Opens a closed case again. */
    public void reopen(long id, int version, String reason) {
        var why = CaseInput.reason("reason", reason);
        desk.change(id, version, "Case opened again", (held, hand) -> {
            if (held.isOpen()) {
                throw new InvalidInputException("case", "Case " + held.reference() + " is open.");
            }
            return held.closing(new Closing(null, held.closing().outcome(), hand.now()))
                    .withAction(done(hand, ActionKind.REOPENED, null, hand.now(), why));
        });
    }

    /** Names somebody in the case; no message takes them away. */
    public void name(
            long id, int version, CaseRole role, NamedPerson person, @Nullable SuspectStatus status, @Nullable String school) {
        var next = new int[1];
        transactions.run(() -> {
            next[0] = store.nextPlace(id);
            desk.change(id, version, role.label() + " named", (held, hand) -> {
                var parties = new ArrayList<>(held.parties());
                parties.add(new CaseParty(next[0], role, true, null, CaseInput.text("school", school, 160)));
                var suspects = new ArrayList<>(held.suspects());
                if (role == CaseRole.SUSPECT) {
                    var first = status == null ? SuspectStatus.OUTSTANDING : status;
                    suspects.add(SuspectStatuses.fresh(next[0], told(first, hand.now(), null, hand)));
                }
                return held.withParties(parties, suspects);
            }, new NamedParty(next[0], role.name(), person));
        });
    }

    /** Joins a call to the case by its reference; it is found whether it is held yet or not. */
    public void joinCall(long id, int version, String reference) {
        var name = CaseInput.required("call", reference, 60, "Give the call's reference.");
        desk.change(id, version, "Call joined", (held, hand) -> {
            var calls = new ArrayList<>(held.calls());
            if (calls.stream().anyMatch(call -> call.reference().equals(name))) {
                throw new InvalidInputException("call", "The case names this call already.");
            }
            calls.add(new CaseCall("", name, true));
            return held.withCalls(calls, held.crimes());
        });
    }

    private static Suspect suspect(Case held, int place) {
        return held.suspect(place)
                .filter(suspect -> held.isNamed(place))
                .orElseThrow(() -> new InvalidInputException("suspect", "The case names no such suspect any more."));
    }

    private static SuspectStatuses.Told told(
            SuspectStatus status, Instant since, @Nullable String reason, Hand hand) {
        return new SuspectStatuses.Told(status, since, StatusSource.HAND, reason, hand.now(), hand.name());
    }

    private static CaseAction done(Hand hand, ActionKind kind, @Nullable String detail, Instant at, String note) {
        return CaseAction.by(hand.viewer(), kind, detail, at, Texts.cut(note, 500), hand.now());
    }
}
