package org.vigil.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.audit.FieldChange;
import org.vigil.casework.data.CasePolicyQueries;
import org.vigil.casework.data.CaseStore;
import org.vigil.casework.data.StoredCase;
import org.vigil.casework.rules.CaseDifferences;
import org.vigil.casework.rules.LevelOf;
import org.vigil.person.NamedParty;
import org.vigil.person.NamedPerson;
import org.vigil.person.PartyBook;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.Viewer;

/**
 * Writes cases with all that follows from them, whoever changed them: level, clock, alerts, people and the log, within the
 * transaction of the change.
 */
@Component
class CaseWriting {

    private final CaseStore store;
    private final CasePolicyQueries policies;
    private final CaseConsequences consequences;
    private final PartyBook parties;
    private final AuditLog audit;

    CaseWriting(
            CaseStore store,
            CasePolicyQueries policies,
            CaseConsequences consequences,
            PartyBook parties,
            AuditLog audit) {
        this.store = store;
        this.policies = policies;
        this.consequences = consequences;
        this.parties = parties;
        this.audit = audit;
    }

    /**
     * A change of a case.
     *
     * @param before null for a case that is new
     * @param people whom it names now
     * @param note the kind of entry in the log
     * @param why the purpose that an officer gave
     */
    record Edit(
            @Nullable Case before,
            Case after,
            List<NamedParty> people,
            BiFunction<SubjectRef, String, AuditNote> note,
            String what,
            @Nullable String why) {}

    /** @return by case, why its clock could not be started */
    Map<CaseKey, List<String>> write(Collection<Edit> edits, Viewer viewer, Instant now) {
        if (edits.isEmpty()) {
            return Map.of();
        }
        var policy = policies.all();
        var levelled = edits.stream()
                .map(edit -> new Edit(edit.before(), LevelOf.set(edit.after(), byPlace(edit.people()), policy, now),
                        edit.people(), edit.note(), edit.what(), edit.why()))
                .toList();
        var ids = store.insert(levelled.stream()
                .filter(edit -> edit.before() == null)
                .map(edit -> StoredCase.of(edit.after(), policy, now))
                .toList());
        store.update(levelled.stream()
                .filter(edit -> edit.before() != null)
                .map(edit -> new CaseStore.Written(edit.before(), StoredCase.of(edit.after(), policy, now)))
                .toList());
        var changes = new ArrayList<CaseConsequences.Changed>();
        var notes = new ArrayList<AuditNote>();
        for (var edit : levelled) {
            var after = edit.before() == null
                    ? edit.after().withId(Objects.requireNonNull(ids.get(CaseKey.of(edit.after()))))
                    : edit.after();
            parties.replace(after.subject(), edit.people(), now);
            changes.add(new CaseConsequences.Changed(edit.before(), after));
            notes.add(edit.note().apply(after.subject(), edit.what())
                    .withPurpose(edit.why())
                    .withChanges(edit.before() == null ? List.of() : changes(edit.before(), after)));
        }
        var problems = consequences.apply(changes, policy, now);
        audit.recordAll(viewer, notes);
        var byKey = new HashMap<CaseKey, List<String>>();
        changes.stream()
                .map(CaseConsequences.Changed::after)
                .filter(after -> problems.containsKey(after.id()))
                .forEach(after -> byKey.put(CaseKey.of(after), problems.get(after.id())));
        return byKey;
    }

    /** Keeps that their source spoke of these cases later than was known, though it said nothing new of them. */
    void touch(Collection<Case> same, Instant now) {
        if (!same.isEmpty()) {
            var policy = policies.all();
            store.touch(same.stream().map(file -> StoredCase.of(file, policy, now)).toList());
        }
    }

    private static List<FieldChange> changes(@Nullable Case before, Case after) {
        return CaseDifferences.of(before, after).stream()
                .map(difference -> new FieldChange(difference.field(), difference.before(), difference.after()))
                .toList();
    }

    private static Map<Integer, NamedPerson> byPlace(List<NamedParty> named) {
        return named.stream().collect(Collectors.toMap(NamedParty::place, NamedParty::person));
    }
}
