package org.vigil.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/**
 * A case as it is held: what a feed said, and over it what people entered here.
 *
 * @param id 0 while it is not stored
 * @param changedAt when its source last changed it
 * @param takenInAt when the console last learned something of it
 * @param contentHash of the last message's content; empty where none came
 * @param assessments oldest first
 * @param actions oldest first
 */
public record Case(
        long id,
        int version,
        String source,
        String reference,
        Instant changedAt,
        Instant takenInAt,
        String contentHash,
        Instant reportedAt,
        @Nullable String title,
        @Nullable Long areaId,
        LevelSet level,
        Lead lead,
        Closing closing,
        List<CaseParty> parties,
        List<Suspect> suspects,
        List<CaseCall> calls,
        List<CaseCrime> crimes,
        List<Assessment> assessments,
        List<CaseAction> actions) {

    public Case {
        parties = List.copyOf(parties);
        suspects = List.copyOf(suspects);
        calls = List.copyOf(calls);
        crimes = List.copyOf(crimes);
        assessments = List.copyOf(assessments);
        actions = List.copyOf(actions);
    }

    public SubjectRef subject() {
        return new SubjectRef(SubjectType.CASE, id, reference);
    }

    public boolean isOpen() {
        return closing.closedAt() == null;
    }

    /** The assessment that stands: the latest made, whatever the form. */
    public Optional<Assessment> risk() {
        return assessments.stream().max(Comparator.comparing(Assessment::at).thenComparing(Assessment::recordedAt));
    }

    /** Suspects whom the case still names. */
    public List<Suspect> namedSuspects() {
        return suspects.stream().filter(suspect -> isNamed(suspect.place())).toList();
    }

    /** Whether the case still names whoever has this number. */
    public boolean isNamed(int place) {
        return parties.stream().anyMatch(party -> party.place() == place && party.isNamed());
    }

    public Optional<Suspect> suspect(int place) {
        return suspects.stream().filter(suspect -> suspect.place() == place).findFirst();
    }

    /** What was done of one kind, oldest first. */
    public Stream<CaseAction> done(ActionKind kind) {
        return actions.stream()
                .filter(action -> action.kind() == kind)
                .sorted(Comparator.comparing(CaseAction::at).thenComparing(CaseAction::recordedAt));
    }

    /** What was last done of one kind. */
    public Optional<CaseAction> last(ActionKind kind) {
        return done(kind).reduce((earlier, later) -> later);
    }

    public Case withId(long known) {
        return new Case(known, version, source, reference, changedAt, takenInAt, contentHash, reportedAt, title, areaId,
                level, lead, closing, parties, suspects, calls, crimes, assessments, actions);
    }

    public Case withLevel(LevelSet set) {
        return new Case(id, version, source, reference, changedAt, takenInAt, contentHash, reportedAt, title, areaId,
                set, lead, closing, parties, suspects, calls, crimes, assessments, actions);
    }

    public Case ledBy(Lead other) {
        return new Case(id, version, source, reference, changedAt, takenInAt, contentHash, reportedAt, title, areaId,
                level, other, closing, parties, suspects, calls, crimes, assessments, actions);
    }

    public Case closing(Closing other) {
        return new Case(id, version, source, reference, changedAt, takenInAt, contentHash, reportedAt, title, areaId,
                level, lead, other, parties, suspects, calls, crimes, assessments, actions);
    }

    public Case withParties(List<CaseParty> now, List<Suspect> known) {
        return new Case(id, version, source, reference, changedAt, takenInAt, contentHash, reportedAt, title, areaId,
                level, lead, closing, now, known, calls, crimes, assessments, actions);
    }

    public Case withSuspect(Suspect changed) {
        var others = suspects.stream()
                .map(suspect -> suspect.place() == changed.place() ? changed : suspect)
                .toList();
        return withParties(parties, others);
    }

    public Case withCalls(List<CaseCall> named, List<CaseCrime> about) {
        return new Case(id, version, source, reference, changedAt, takenInAt, contentHash, reportedAt, title, areaId,
                level, lead, closing, parties, suspects, named, about, assessments, actions);
    }

    public Case assessed(Assessment another) {
        return new Case(id, version, source, reference, changedAt, takenInAt, contentHash, reportedAt, title, areaId,
                level, lead, closing, parties, suspects, calls, crimes,
                Stream.concat(assessments.stream(), Stream.of(another)).toList(), actions);
    }

    public Case withAction(CaseAction another) {
        return new Case(id, version, source, reference, changedAt, takenInAt, contentHash, reportedAt, title, areaId,
                level, lead, closing, parties, suspects, calls, crimes, assessments,
                Stream.concat(actions.stream(), Stream.of(another)).toList());
    }

    /** The same without what anybody wrote, which may name whom the viewer must not see. */
    public Case withoutWords() {
        var mute = suspects.stream().map(Suspect::withoutWords).toList();
        return new Case(id, version, source, reference, changedAt, takenInAt, contentHash, reportedAt, null, areaId, level,
                lead, new Closing(closing.closedAt(), null, closing.reopenedAt()), parties, mute, calls, crimes,
                assessments.stream().map(Assessment::withoutNote).toList(),
                actions.stream().map(CaseAction::withoutNote).toList());
    }
}
