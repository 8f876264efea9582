package org.vigil.person;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.person.data.AccessStore;
import org.vigil.person.data.MatchReads;
import org.vigil.person.data.MatchStore;
import org.vigil.person.data.MergeStore;
import org.vigil.person.data.NameReads;
import org.vigil.person.data.PersonReads;
import org.vigil.person.data.Standings;
import org.vigil.person.rules.Evidence;
import org.vigil.person.rules.FieldVerdict;
import org.vigil.person.rules.Matching;
import org.vigil.person.rules.PersonInput;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/** The queue of records that may be one person, what officers decide of them, and merges, which can all be undone. */
@Service
@Requires({Duty.SUPERVISOR, Duty.SPECIALIST, Duty.DVDS, Duty.MARAC})
public class PersonMatches {

    private final MatchStore matches;
    private final MergeStore merges;
    private final PersonReads people;
    private final MatchReads evidence;
    private final Standings standings;
    private final NameReads names;
    private final AccessStore access;
    private final Transactions transactions;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    PersonMatches(
            MatchStore matches,
            MergeStore merges,
            PersonReads people,
            MatchReads evidence,
            Standings standings,
            NameReads names,
            AccessStore access,
            Transactions transactions,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.matches = matches;
        this.merges = merges;
        this.people = people;
        this.evidence = evidence;
        this.standings = standings;
        this.names = names;
        this.access = access;
        this.transactions = transactions;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * Two records side by side.
     *
     * @param fields how far they agree in each field, without weights
     * @param score the weight of the evidence; null until it is decided, so that nobody follows a number
     */
    public record Comparison(
            long id,
            int version,
            MatchState state,
            Person one,
            Person other,
            List<ComparedField> fields,
            @Nullable Double score,
            Instant raisedAt) {

        public Comparison {
            fields = List.copyOf(fields);
        }
    }

    /** How far two records agree in one field. */
    public record ComparedField(String label, Agreement agreement) {}

    /** How far two values agree. */
    public enum Agreement {
        SAME,
        CLOSE,
        DIFFERENT,
        MISSING
    }

    /**
     * A pair in a list: who they are, and nothing of how they compare.
     *
     * @param one the name of the first
     */
    public record Listed(long id, MatchState state, String one, String other, Instant raisedAt) {}

    /** How many wait, of those of which the viewer may see both: more would tell that somebody is hidden. */
    public int waiting() {
        return matches.count(MatchState.QUEUED, viewers.get(), clock.instant());
    }

    /**
     * The pairs in a state, oldest first, of those of which the viewer may see both.
     *
     * @param after the key after which to go on, 0 at the start
     */
    public List<Listed> list(MatchState state, long after, int limit) {
        var viewer = viewers.get();
        var now = clock.instant();
        var pairs = matches.inState(state, after, limit, viewer, now);
        var standing = standings.standing(
                viewer,
                pairs.stream().flatMap(pair -> Stream.of(pair.first(), pair.second())).collect(Collectors.toSet()),
                now);
        var named = names.of(standing);
        audit.record(viewer, AuditNote.view(Person.subject(0), "Listed possible duplicates")
                .shown(pairs.stream()
                        .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                        .map(id -> Person.subject(Objects.requireNonNull(standing.survivors().get(id))))
                        .distinct()
                        .toList()));
        return pairs.stream()
                .map(pair -> new Listed(
                        pair.id(),
                        pair.state(),
                        Objects.requireNonNull(named.get(pair.first())),
                        Objects.requireNonNull(named.get(pair.second())),
                        pair.raisedAt()))
                .toList();
    }

    /** One pair, if the viewer may see both. */
    public Optional<Comparison> compare(long id) {
        var viewer = viewers.get();
        var found = matches.byId(id).flatMap(pair -> compared(viewer, pair, clock.instant()));
        found.ifPresent(pair -> audit.record(viewer, AuditNote.view(pair.one().subject(), "Compared with another person")
                .shown(pair.other().subject())));
        return found;
    }

    private Optional<Comparison> compared(Viewer viewer, MatchStore.Pair pair, Instant now) {
        var one = standing(viewer, pair.first(), now);
        var other = standing(viewer, pair.second(), now);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        var today = UkTime.localDay(now);
        // What is on screen is compared: all that is known of both. Two that are one by now, as the two records they were.
        var isOne = one.get().id() == other.get().id();
        var both = evidence.evidence(
                isOne ? List.of(pair.first(), pair.second()) : List.of(one.get().id(), other.get().id()), today);
        var outcome = new Matching(evidence.frequencies(), today)
                .compare(said(both.getFirst(), isOne), said(both.getLast(), isOne));
        return Optional.of(new Comparison(
                pair.id(),
                pair.version(),
                pair.state(),
                one.get(),
                other.get(),
                outcome.fields().stream().map(PersonMatches::field).toList(),
                pair.state() == MatchState.QUEUED ? null : pair.score(),
                pair.raisedAt()));
    }

    private static Evidence said(MatchReads.Candidate candidate, boolean byItself) {
        return byItself
                ? Objects.requireNonNull(candidate.records().get(candidate.survivor()))
                : candidate.whole();
    }

    private static ComparedField field(FieldVerdict verdict) {
        return new ComparedField(verdict.field().label(), Agreement.valueOf(verdict.agreement().name()));
    }

    private Optional<Person> standing(Viewer viewer, long id, Instant now) {
        return people.survivorOf(id).flatMap(survivor -> people.inFull(viewer, survivor, now));
    }

    /**
     * Decides a pair. SAME merges the two; NOT_SAME is never asked again; UNSURE waits for more to be known.
     *
     * @param version the pair's version as it was on screen
     * @return the merge, where there is one
     */
    public Optional<PersonMerge> decide(long id, int version, MatchState state, String note) {
        if (state == MatchState.QUEUED) {
            throw new InvalidInputException("decision", "Say whether they are one person.");
        }
        return transactions.call(() -> {
            evidence.takeTurn();
            var viewer = viewers.get();
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var pair = matches.lock(id).orElseThrow(PersonDesk::noSuchPerson);
            if (pair.version() != version || pair.state() == MatchState.SAME) {
                throw new ChangedMeanwhileException("This pair");
            }
            var one = standing(viewer, pair.first(), now).orElseThrow(PersonDesk::noSuchPerson);
            var other = standing(viewer, pair.second(), now).orElseThrow(PersonDesk::noSuchPerson);
            if (one.id() == other.id() && state != MatchState.SAME) {
                throw new InvalidInputException(
                        "decision", "These are one person already: undo the merge first, on the person's page.");
            }
            var why = PersonInput.optional("note", note, 255);
            matches.decide(id, state, viewer.accountId(), why.isEmpty() ? null : why, now);
            audit.record(viewer, AuditNote.change(one.subject(), "Possible duplicate: " + state.label())
                    .withPurpose(why.isEmpty() ? null : why)
                    .withField("match " + id, pair.state(), state)
                    .shown(other.subject()));
            return state == MatchState.SAME && one.id() != other.id()
                    ? Optional.of(merge(one, other, id, why.isEmpty() ? "Decided in the queue" : why, viewer, now))
                    : Optional.empty();
        });
    }

    /** Merges two people whom nobody had put in the queue; the older record stands for both. */
    public PersonMerge merge(long first, long second, String reason) {
        var why = PersonInput.longReason(reason);
        return transactions.call(() -> {
            evidence.takeTurn();
            var viewer = viewers.get();
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var one = standing(viewer, first, now).orElseThrow(PersonDesk::noSuchPerson);
            var other = standing(viewer, second, now).orElseThrow(PersonDesk::noSuchPerson);
            if (one.id() == other.id()) {
                throw new InvalidInputException("person", "These are one person already.");
            }
            return merge(one, other, null, why, viewer, now);
        });
    }

    private PersonMerge merge(
            Person one, Person other, @Nullable Long match, String reason, Viewer viewer, Instant now) {
        var into = Math.min(one.id(), other.id());
        var merged = Math.max(one.id(), other.id());
        var id = merges.merge(merged, into, match, reason, viewer.accountId(), now);
        matches.areOne(Stream.concat(one.records().stream(), other.records().stream()).toList(), viewer.accountId(), now);
        audit.record(viewer, AuditNote.change(Person.subject(into), "Merged with person " + merged)
                .withPurpose(reason)
                .withField("merge " + id, null, merged + " into " + into)
                .shown(Person.subject(merged)));
        return merges.byId(id).orElseThrow();
    }

    /** Undoes a merge: both records are as they were, with what was added to each since. They are not merged again by themselves. */
    public void undo(long merge, String reason) {
        var why = PersonInput.longReason(reason);
        transactions.run(() -> {
            evidence.takeTurn();
            var viewer = viewers.get();
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var held = merges.byId(merge).orElseThrow(PersonDesk::noSuchPerson);
            merges.lockRows(List.of(held.mergedId(), held.intoId()));
            var person = standing(viewer, held.mergedId(), now).orElseThrow(PersonDesk::noSuchPerson);
            if (merges.byId(merge).orElseThrow().isUndone()) {
                throw new ChangedMeanwhileException("This merge");
            }
            merges.undo(held, viewer.accountId(), why, now);
            keepApart(held, person, viewer, why, now);
            var restricted = access.carry(person.id(), held.mergedId(), held.mergedAt());
            var note = AuditNote.change(Person.subject(held.intoId()), "Merge with person " + held.mergedId() + " undone")
                    .withPurpose(why)
                    .withField("merge " + merge, held.mergedId() + " into " + held.intoId(), null)
                    .shown(Person.subject(held.mergedId()));
            audit.record(viewer, restricted
                    ? note.withField("limits of person " + held.mergedId(), null, "as of person " + person.id())
                    : note);
        });
    }

    /** Whoever undoes a merge says that the two are not one; else the next call would merge them again. */
    private void keepApart(PersonMerge held, Person whole, Viewer viewer, String why, Instant now) {
        matches.queue(held.mergedId(), held.intoId(), 0, now);
        var by = Objects.requireNonNull(viewer.accountId());
        var parted = Objects.requireNonNull(people.recordsOf(List.of(held.mergedId())).get(held.mergedId()));
        matches.areTwo(parted, whole.records().stream().filter(id -> !parted.contains(id)).toList(), by, now);
        matches.decide(matches.ofPair(held.mergedId(), held.intoId()), MatchState.NOT_SAME, by, why, now);
        if (held.matchId() != null) {
            matches.decide(held.matchId(), MatchState.NOT_SAME, by, why, now);
        }
    }
}
