package org.vigil.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.audit.AuditNote;
import org.vigil.casework.data.CaseQueries;
import org.vigil.casework.data.CaseSurroundings;
import org.vigil.casework.data.CaseSurroundings.SuspectIn;
import org.vigil.casework.rules.CaseClosings;
import org.vigil.casework.rules.SuspectStatuses;
import org.vigil.person.NamedParty;
import org.vigil.person.PartyBook;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/**
 * Takes what happened to a person, whatever module it comes from, to every case that names them as suspect. Who they are is
 * followed through merges; what comes late or twice is history or nothing.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SuspectEvents {

    private final CaseSurroundings surroundings;
    private final CaseQueries cases;
    private final CaseWriting writing;
    private final PartyBook parties;

    SuspectEvents(CaseSurroundings surroundings, CaseQueries cases, CaseWriting writing, PartyBook parties) {
        this.surroundings = surroundings;
        this.cases = cases;
        this.writing = writing;
        this.parties = parties;
    }

    /**
     * Somebody became something.
     *
     * @param person any record that is them
     * @param at since when; the engine's own now is another
     * @param why in a few words, such as the custody record's reference
     */
    public record Happened(
            long person, SuspectStatus status, Instant at, @Nullable String why, StatusSource source, String by) {}

    /**
     * Applies it to the open cases that name them as suspect; a charge to closed ones too, which it opens again.
     *
     * @return how many suspects' statuses or histories changed
     */
    public int apply(Happened happened, Instant now) {
        var records = surroundings.recordsOf(happened.person());
        var named = surroundings.suspectIn(records, !happened.status().isCharged());
        return apply(named, happened, now);
    }

    /** The same for some cases alone: those of which it became known just now who their suspects are. */
    public int apply(Happened happened, Collection<Long> onlyCases, Instant now) {
        var records = surroundings.recordsOf(happened.person());
        var named = surroundings.suspectIn(records, !happened.status().isCharged()).stream()
                .filter(suspect -> onlyCases.contains(suspect.caseId()))
                .toList();
        return apply(named, happened, now);
    }

    private int apply(List<SuspectIn> named, Happened happened, Instant now) {
        var places = named.stream().collect(Collectors.groupingBy(
                SuspectIn::caseId, Collectors.mapping(SuspectIn::place, Collectors.toList())));
        var said = parties.of(SubjectType.CASE, places.keySet());
        var edits = cases.lockAll(places.keySet()).stream()
                .map(held -> edit(held, places, said.getOrDefault(held.id(), List.of()), happened, now))
                .filter(edit -> !edit.after().equals(edit.before()))
                .toList();
        writing.write(edits, Viewer.engine(), now);
        return edits.size();
    }

    private static CaseWriting.Edit edit(
            Case held, Map<Long, List<Integer>> places, List<NamedParty> people, Happened happened, Instant now) {
        var told = new SuspectStatuses.Told(
                happened.status(), happened.at(), happened.source(), happened.why(), now, happened.by());
        var after = held;
        for (var place : places.getOrDefault(held.id(), List.of())) {
            var suspect = after.suspect(place).orElse(null);
            if (suspect != null) {
                after = after.withSuspect(SuspectStatuses.told(suspect, told));
            }
        }
        return new CaseWriting.Edit(held, CaseClosings.openedByCharge(held, after, now), people, AuditNote::change,
                "Suspect's status changed: " + happened.source().label(), null);
    }
}
