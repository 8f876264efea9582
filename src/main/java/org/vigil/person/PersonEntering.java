package org.vigil.person;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.data.MatchReads;
import org.vigil.person.data.MatchStore;
import org.vigil.person.data.PersonReads;
import org.vigil.person.data.Standings;
import org.vigil.person.rules.BlockKeys;
import org.vigil.person.rules.Matching;
import org.vigil.person.rules.Matching.Outcome;
import org.vigil.person.rules.Matching.Verdict;
import org.vigil.person.rules.PersonInput;
import org.vigil.person.rules.PersonKeys;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.Requires;
import org.vigil.shared.UkTime;

/** Enters people whom no feed named, after a look whether they are held already. */
@Service
@Requires({
    Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.CALLS, Duty.CUSTODY, Duty.MARAC,
    Duty.COURT
})
public class PersonEntering {

    private static final int MOST = 10;

    private final PersonEdits edits;
    private final PersonService people;
    private final PersonAccess access;
    private final PersonReads reads;
    private final Standings standings;
    private final MatchReads matching;
    private final MatchStore matches;
    private final Transactions transactions;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    PersonEntering(
            PersonEdits edits,
            PersonService people,
            PersonAccess access,
            PersonReads reads,
            Standings standings,
            MatchReads matching,
            MatchStore matches,
            Transactions transactions,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.edits = edits;
        this.people = people;
        this.access = access;
        this.reads = reads;
        this.standings = standings;
        this.matching = matching;
        this.matches = matches;
        this.transactions = transactions;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * Who is held that may be the one to be entered.
     *
     * @param people the likeliest first
     * @param ask on duty, of whom one can ask about restricted records that are alike; empty where there are none
     * @param restricted whether a restricted record is alike
     */
    public record Likely(List<Person> people, List<String> ask, boolean restricted) {

        public Likely {
            people = List.copyOf(people);
            ask = List.copyOf(ask);
        }
    }

    private record Scored(long survivor, Outcome outcome) {}

    /** Looks whether somebody like this is held; it is logged as a look, and told to the owners of sealed records. */
    public Likely likely(PersonDetails details) {
        var viewer = viewers.get();
        var now = clock.instant();
        details.parts().forEach(part -> PersonInput.part(part, UkTime.localDay(now)));
        var alike = alike(details, now, Set.of()).stream().limit(MOST).map(Scored::survivor).toList();
        var seen = standings.seen(viewer, alike, now);
        var shown = alike.stream()
                .filter(id -> seen.get(id) == Seen.IN_FULL)
                .flatMap(id -> reads.inFull(viewer, id, now).stream())
                .toList();
        var restricted = alike.stream().filter(id -> seen.get(id) == Seen.ASK).toList();
        access.soughtSealed(viewer, alike.stream().filter(id -> !seen.containsKey(id)).filter(this::isSealed).toList(), now);
        audit.record(viewer, AuditNote.view(Person.subject(0), "Looked for people like one to be entered")
                .shown(shown.stream().map(Person::subject).toList()));
        return new Likely(
                shown,
                restricted.stream().flatMap(id -> people.whomToAsk(id).stream()).distinct().toList(),
                !restricted.isEmpty());
    }

    private boolean isSealed(long survivor) {
        return reads.limits(survivor).map(Limits::restriction).orElse(Restriction.OPEN) == Restriction.SEALED;
    }

    private List<Scored> alike(PersonDetails details, Instant now, Set<Long> without) {
        var today = UkTime.localDay(now);
        var evidence = PersonKeys.evidence(details.parts(), details.sex(), today);
        var rules = new Matching(matching.frequencies(), today);
        return matching.candidates(BlockKeys.of(evidence), today).stream()
                .filter(candidate -> !without.contains(candidate.survivor()))
                .map(candidate -> new Scored(candidate.survivor(), rules.compare(evidence, candidate.whole())))
                .filter(each -> each.outcome().verdict() != Verdict.DIFFERENT)
                .sorted(Comparator.comparingDouble((Scored each) -> -each.outcome().score()))
                .toList();
    }

    /**
     * Enters somebody as a new person; answers the key. Those held who are alike are put in the queue of possible
     * duplicates, since not everybody sees all of them.
     */
    public long enter(PersonDetails details, String reason) {
        var why = PersonInput.reason(reason);
        return transactions.call(() -> {
            matching.takeTurn();
            var now = clock.instant();
            var id = edits.create(details, why);
            alike(details, now, Set.of(id))
                    .forEach(other -> matches.queue(id, other.survivor(), other.outcome().score(), now));
            return id;
        });
    }
}
