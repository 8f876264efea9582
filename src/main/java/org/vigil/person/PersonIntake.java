package org.vigil.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.MatchReads;
import org.vigil.person.data.MatchReads.Candidate;
import org.vigil.person.data.MatchStore;
import org.vigil.person.data.MergeStore;
import org.vigil.person.data.PartReads;
import org.vigil.person.data.PersonStore;
import org.vigil.person.data.PersonStore.Said;
import org.vigil.person.data.ScheduleReads;
import org.vigil.person.rules.BlockKeys;
import org.vigil.person.rules.Evidence;
import org.vigil.person.rules.Matching;
import org.vigil.person.rules.Matching.Outcome;
import org.vigil.person.rules.Matching.Verdict;
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
    private final PartReads parts;
    private final PersonStore people;
    private final LinkStore links;
    private final MatchStore matches;
    private final MergeStore merges;
    private final ScheduleReads schedule;
    private final AuditLog audit;

    PersonIntake(
            MatchReads reads,
            PartReads parts,
            PersonStore people,
            LinkStore links,
            MatchStore matches,
            MergeStore merges,
            ScheduleReads schedule,
            AuditLog audit) {
        this.reads = reads;
        this.parts = parts;
        this.people = people;
        this.links = links;
        this.matches = matches;
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
    public Counts link(List<PartiesOf> records, Instant now) {
        reads.takeTurn();
        var run = new Run(now, new Matching(reads.frequencies(), UkTime.localDay(now)));
        records.forEach(run::link);
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
            var held = new ArrayList<>(links.of(subject.type(), subject.id()));
            var wanted = new LinkedHashMap<Integer, PersonLink>();
            // First what is said as it was, wherever in the record it stands now; then what is new or changed.
            for (var party : record.parties()) {
                take(held, link -> link.contentHash().equals(party.contentHash()), party)
                        .ifPresent(link -> wanted.put(party.place(), link));
            }
            for (var party : record.parties()) {
                if (!wanted.containsKey(party.place()) && !party.wasErased()) {
                    var before = take(held, link -> link.place() == party.place(), party).orElse(null);
                    var found = changed(party, before);
                    if (found != null) {
                        wanted.put(party.place(), found);
                    }
                }
            }
            counts = counts.plus(new Counts(record.parties().size(), 0, 0, 0));
            var agreed = wanted.values().stream()
                    .sorted(Comparator.comparingInt(PersonLink::place))
                    .toList();
            if (!agreed.equals(links.of(subject.type(), subject.id()))) {
                links.replace(subject.type(), subject.id(), agreed);
            }
        }

        private Optional<PersonLink> take(
                List<PersonLink> held, Predicate<PersonLink> which, PersonParty party) {
            var found = held.stream()
                    .filter(which)
                    .min(Comparator.comparingInt(link -> link.place() == party.place() ? 0 : 1));
            found.ifPresent(held::remove);
            return found.map(link -> new PersonLink(
                    link.id(),
                    link.personId(),
                    link.subjectType(),
                    link.subjectId(),
                    party.place(),
                    party.role(),
                    link.origin(),
                    link.contentHash(),
                    link.linkedAt(),
                    link.linkedBy()));
        }

        /** A party that is new, or of whom something else is said than before. */
        private @Nullable PersonLink changed(PersonParty party, @Nullable PersonLink before) {
            var said = new Said(Origin.FEED, party.subject().reference(), null, now);
            var evidence = PersonKeys.evidence(party.details().parts(), party.details().sex(), today);
            if (before != null && (before.origin() == Origin.HAND || isStill(before, evidence))) {
                add(before.personId(), party.details(), said);
                return linked(party, before.personId(), before.origin(), before.linkedBy());
            }
            return evidence.isEmpty() ? null : linked(party, find(party, evidence, said), Origin.FEED, null);
        }

        private boolean isStill(PersonLink before, Evidence evidence) {
            return reads.evidence(List.of(before.personId()), today).stream()
                    .anyMatch(held -> matching.compare(evidence, held.whole()).verdict() != Verdict.DIFFERENT);
        }

        private PersonLink linked(PersonParty party, long record, Origin origin, @Nullable Long by) {
            return new PersonLink(
                    0, record, party.subject().type(), party.subject().id(), party.place(), party.role(), origin,
                    party.contentHash(), now, by);
        }

        /** The record that the party is: one held already, or a new one. */
        private long find(PersonParty party, Evidence evidence, Said said) {
            var scored = reads.candidates(BlockKeys.of(evidence), Set.of(), today).stream()
                    .map(candidate -> new Scored(candidate, matching.compare(evidence, candidate.whole())))
                    .filter(each -> each.outcome().verdict() != Verdict.DIFFERENT)
                    .sorted(Comparator.comparingDouble((Scored each) -> -each.outcome().score()))
                    .toList();
            var certain = scored.stream().filter(each -> each.outcome().verdict() == Verdict.CERTAIN).toList();
            var home = certain.isEmpty() ? create(party, said) : join(party, evidence, certain.getFirst(), said);
            var standing = certain.isEmpty() ? home : certain.getFirst().candidate().survivor();
            for (var other : scored) {
                if (other.candidate().survivor() != standing) {
                    relate(standing, other);
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
        private long join(PersonParty party, Evidence evidence, Scored certain, Said said) {
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

        /** Another who may be the same person: merged where that is certain of all that is known of both, else asked. */
        private void relate(long standing, Scored other) {
            var both = reads.evidence(List.of(standing, other.candidate().survivor()), today);
            var outcome = matching.compare(both.getFirst().whole(), both.getLast().whole());
            var ones = both.getFirst().records().keySet();
            var others = both.getLast().records().keySet();
            if (outcome.verdict() == Verdict.DIFFERENT || matches.areKeptApart(ones, others)) {
                return;
            }
            if (outcome.verdict() == Verdict.CERTAIN && other.outcome().verdict() == Verdict.CERTAIN) {
                merge(Math.max(standing, other.candidate().survivor()), Math.min(standing, other.candidate().survivor()));
            } else if (!matches.wereAsked(ones, others)) {
                matches.queue(standing, other.candidate().survivor(), outcome.score(), now);
                counts = counts.plus(new Counts(0, 0, 0, 1));
            }
        }

        private void merge(long merged, long into) {
            merges.merge(merged, into, null, "Certainly one person, by all that is known of both", null, now);
            audit.record(Viewer.engine(), AuditNote.system(Person.subject(into), "Merged with person " + merged)
                    .shown(Person.subject(merged)));
        }

        private void add(long record, PersonDetails details, Said said) {
            var held = parts.of(List.of(record)).getOrDefault(record, List.of());
            var fresh = people.unsaid(
                    details.parts().stream().filter(PersonKeys::saysSomething).toList(), held);
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

    private record Scored(Candidate candidate, Outcome outcome) {}
}
