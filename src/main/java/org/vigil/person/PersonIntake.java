package org.vigil.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.MatchReads;
import org.vigil.person.data.MatchReads.Candidate;
import org.vigil.person.data.PartReads;
import org.vigil.person.data.PersonReads;
import org.vigil.person.data.PersonStore;
import org.vigil.person.data.PersonStore.Said;
import org.vigil.person.data.ScheduleReads;
import org.vigil.person.rules.BlockKeys;
import org.vigil.person.rules.ContentHash;
import org.vigil.person.rules.Evidence;
import org.vigil.person.rules.Field;
import org.vigil.person.rules.Matching;
import org.vigil.person.rules.Matching.Outcome;
import org.vigil.person.rules.Matching.Verdict;
import org.vigil.person.rules.PartyRules;
import org.vigil.person.rules.PersonKeys;
import org.vigil.person.rules.NextReview;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/**
 * Finds out who the parties of another module's records are: joined to a person when that is certain, a new person
 * otherwise, and an officer asked where it is likely. What an officer decided it never contradicts. Always within the
 * caller's transaction, and of two callers one waits.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PersonIntake {

    private final MatchReads reads;
    private final PersonReads records;
    private final PartReads parts;
    private final PersonStore people;
    private final LinkStore links;
    private final CertainMerges merges;
    private final ScheduleReads schedule;
    private final AuditLog audit;

    PersonIntake(
            MatchReads reads,
            PersonReads records,
            PartReads parts,
            PersonStore people,
            LinkStore links,
            CertainMerges merges,
            ScheduleReads schedule,
            AuditLog audit) {
        this.reads = reads;
        this.records = records;
        this.parts = parts;
        this.people = people;
        this.links = links;
        this.merges = merges;
        this.schedule = schedule;
        this.audit = audit;
    }

    /** What came of a run. */
    public record Counts(int parties, int joined, int created, int queued) {

        public Counts plus(Counts more) {
            return new Counts(
                    parties + more.parties, joined + more.joined, created + more.created, queued + more.queued);
        }
    }

    /** The parties of one record, all of them: a link of one that is no longer there ends. */
    public record PartiesOf(SubjectRef subject, List<PersonParty> parties) {

        public PartiesOf {
            parties = List.copyOf(parties);
        }
    }

    /** Links all parties of these records. Linking again what has not changed changes nothing. */
    public Counts link(List<PartiesOf> parties, Instant now) {
        reads.takeTurn();
        var run = new Run(now, new Matching(reads.frequencies(), UkTime.localDay(now)));
        parties.forEach(run::link);
        return run.counts;
    }

    /** One batch: counts of names are read once for all of it. */
    private final class Run {

        private final Instant now;
        private final LocalDate today;
        private final Matching matching;
        private final NextReview newcomer;
        private Counts counts = new Counts(0, 0, 0, 0);

        Run(Instant now, Matching matching) {
            this.now = now;
            this.today = UkTime.localDay(now);
            this.newcomer = schedule.on(today).ofNewcomer(today);
            this.matching = matching;
        }

        void link(PartiesOf record) {
            var subject = record.subject();
            var held = links.of(subject.type(), subject.id());
            var places = new PartyPlaces(record.parties(), held, this::isStill);
            var wanted = new TreeMap<>(places.unchanged());
            var known = new HashMap<>(places.all());
            for (var party : record.parties()) {
                if (!wanted.containsKey(party.place()) && !party.wasErased()) {
                    var found = changed(party, places.before(party), apartFrom(party, record, known));
                    if (found != null) {
                        wanted.put(party.place(), found);
                        known.put(party.place(), found);
                    }
                }
            }
            places.left().stream().filter(link -> link.origin() == Origin.HAND).forEach(this::noteEnded);
            counts = counts.plus(new Counts(record.parties().size(), 0, 0, 0));
            var agreed = List.copyOf(wanted.values());
            if (!agreed.equals(held)) {
                links.replace(subject.type(), subject.id(), agreed);
            }
        }

        /** An officer's word ends with the party that it was about, and somebody may want to know. */
        private void noteEnded(PersonLink link) {
            audit.record(Viewer.engine(), AuditNote.system(
                    Person.subject(link.personId()), "A party that was linked by hand is no longer named in "
                            + link.subjectType().label().toLowerCase(java.util.Locale.UK) + " " + link.subjectId()));
        }

        /** The people that others of the record were found to be, whom this party can't be: a victim is no suspect. */
        private Set<Long> apartFrom(PersonParty party, PartiesOf record, Map<Integer, PersonLink> found) {
            var others = record.parties().stream()
                    .filter(other -> other.place() != party.place() && found.containsKey(other.place()))
                    .filter(other -> areTwo(party, other))
                    .map(other -> Objects.requireNonNull(found.get(other.place())).personId())
                    .toList();
            return Set.copyOf(records.survivorsOf(others).values());
        }

        private boolean areTwo(PersonParty one, PersonParty other) {
            return PartyRules.areTwo(one.role(), other.role(), matching.compare(evidence(one), evidence(other)));
        }

        private Evidence evidence(PersonParty party) {
            return PersonKeys.evidence(party.details().parts(), party.details().sex(), today);
        }

        /** A party that is new, or of whom something else is said than before. */
        private @Nullable PersonLink changed(PersonParty party, @Nullable PersonLink before, Set<Long> apart) {
            var said = new Said(Origin.FEED, party.subject().reference(), null, now);
            var evidence = evidence(party);
            if (before != null) {
                if (before.origin() == Origin.FEED || PartyRules.fits(compared(before, evidence))) {
                    add(before.personId(), party.details(), said);
                }
                return linked(party, before.personId(), before.origin(), before.linkedBy());
            }
            return evidence.isEmpty() ? null : linked(party, find(party, evidence, said, apart), Origin.FEED, null);
        }

        /**
         * Whether a party of whom something else is said is who it was linked to. Of one by the same name in the same role
         * more is said, or it is put right, unless that contradicts what is known; an officer knew better then. Of any
         * other, what is said now must be certain by itself, or say again all that was known.
         */
        private boolean isStill(PersonLink before, PersonParty party) {
            var outcome = compared(before, evidence(party));
            var isNamedSo = before.role().equals(party.role())
                    && ContentHash.haveOneName(before.contentHash(), party.contentHash());
            if (before.origin() == Origin.HAND) {
                return isNamedSo || PartyRules.fits(outcome);
            }
            if (outcome.differsIn(Field.GIVEN_NAME)) {
                return false;
            }
            return outcome.verdict() == Verdict.CERTAIN
                    || isNamedSo && !PartyRules.contradicts(outcome)
                    || before.role().equals(party.role()) && saysAllAgain(before, party);
        }

        private Outcome compared(PersonLink link, Evidence evidence) {
            return matching.compare(
                    evidence, reads.evidence(List.of(link.personId()), today).getFirst().whole());
        }

        private boolean saysAllAgain(PersonLink before, PersonParty party) {
            var held = parts.of(List.of(before.personId())).getOrDefault(before.personId(), List.of());
            return !held.isEmpty() && held.stream().allMatch(part -> people.isSaid(part, party.details().parts()));
        }

        private PersonLink linked(PersonParty party, long record, Origin origin, @Nullable Long by) {
            return new PersonLink(
                    0, record, party.subject().type(), party.subject().id(), party.place(), party.role(), origin,
                    party.contentHash(), now, by);
        }

        /**
         * The record that the party is: one held already, or a new one.
         *
         * @param apart the people that it can't be, so that an officer is asked at most
         */
        private long find(PersonParty party, Evidence evidence, Said said, Set<Long> apart) {
            var scored = reads.candidates(BlockKeys.of(evidence), today).stream()
                    .map(candidate -> new Scored(candidate, matching.compare(evidence, candidate.whole())))
                    .filter(each -> each.outcome().verdict() != Verdict.DIFFERENT)
                    .sorted(Comparator.comparingDouble((Scored each) -> -each.outcome().score()))
                    .toList();
            var fitting = scored.stream()
                    .filter(each -> each.outcome().verdict() == Verdict.CERTAIN && !apart.contains(each.survivor()))
                    .toList();
            // Who fits two that an officer told apart may be either: nobody is joined unseen.
            var certain = fitting.stream()
                    .filter(each -> fitting.stream()
                            .noneMatch(other -> other != each && merges.areKeptApart(each.candidate(), other.candidate())))
                    .toList();
            var home = certain.isEmpty() ? create(party, said) : join(evidence, certain.getFirst(), party, said);
            var standing = certain.isEmpty() ? home : certain.getFirst().survivor();
            for (var other : scored) {
                // Either may have been merged into another just now.
                var stands = records.survivorsOf(List.of(standing, other.survivor()));
                var one = Objects.requireNonNull(stands.get(standing));
                var two = Objects.requireNonNull(stands.get(other.survivor()));
                if (!one.equals(two) && merges.relate(one, two, certain.contains(other), matching, now)) {
                    counts = counts.plus(new Counts(0, 0, 0, 1));
                }
            }
            return home;
        }

        private long create(PersonParty party, Said said) {
            var sex = party.details().sex();
            var record = people.create(sex, newcomer, said);
            add(record, party.details(), said);
            counts = counts.plus(new Counts(0, 0, 1, 0));
            audit.record(Viewer.engine(), AuditNote.create(Person.subject(record), "Person named in "
                            + party.subject().type().label().toLowerCase(java.util.Locale.UK) + " "
                            + party.subject().reference())
                    .shown(party.subject()));
            return record;
        }

        /** Of a person's records the one that fits best takes the link, so that a merge undone parts them rightly. */
        private long join(Evidence evidence, Scored certain, PersonParty party, Said said) {
            var record = certain.candidate().records().entrySet().stream()
                    .max(Comparator.<Map.Entry<Long, Evidence>>comparingDouble(
                                    each -> matching.compare(evidence, each.getValue()).score())
                            .thenComparing(each -> -each.getKey()))
                    .orElseThrow()
                    .getKey();
            add(record, party.details(), said);
            counts = counts.plus(new Counts(0, 1, 0, 0));
            return record;
        }

        private void add(long record, PersonDetails details, Said said) {
            var held = parts.of(List.of(record)).getOrDefault(record, List.of());
            var fresh = people.unsaid(
                    details.parts().stream().filter(PersonKeys::saysSomething).toList(), held);
            if (!fresh.isEmpty()) {
                // What hangs on it would hold the record in part, and two who then want the whole would wait for each other.
                people.hold(record);
            }
            var seen = new HashSet<PersonPart>();
            fresh.stream().filter(seen::add).forEach(part -> people.add(record, part, said));
            if (details.sex().isKnown()) {
                people.sexFromFeed(record, details.sex());
            }
            if (!fresh.isEmpty()) {
                reads.evidence(List.of(record), today).forEach(found -> people.index(
                        record, BlockKeys.of(Objects.requireNonNull(found.records().get(record)))));
            }
        }
    }

    private record Scored(Candidate candidate, Outcome outcome) {

        long survivor() {
            return candidate.survivor();
        }
    }
}
