package org.vigil.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.casework.data.CaseListQueries;
import org.vigil.casework.data.CasePolicyQueries;
import org.vigil.casework.data.CaseQueries;
import org.vigil.casework.data.CaseSurroundings;
import org.vigil.casework.rules.CaseHealth;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.incident.CallsByName;
import org.vigil.person.PartyBook;
import org.vigil.person.ShownParty;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.Page;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.Cursor;

/** Shows cases to those whose duty it is to investigate, supervise or act on them; each look is logged. */
@Service
@Requires({
    Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.CUSTODY, Duty.LEADER, Duty.DVDS, Duty.MARAC
})
public class CaseService {

    private static final SubjectRef LIST = new SubjectRef(SubjectType.CASE, 0, "Cases");

    private final CaseQueries cases;
    private final CaseListQueries lists;
    private final CaseSurroundings surroundings;
    private final CasePolicyQueries policies;
    private final PartyBook parties;
    private final CallsByName calls;
    private final DeadlineQueries deadlines;
    private final AreaDirectory areas;
    private final List<CaseLines> others;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    CaseService(
            CaseQueries cases,
            CaseListQueries lists,
            CaseSurroundings surroundings,
            CasePolicyQueries policies,
            PartyBook parties,
            CallsByName calls,
            DeadlineQueries deadlines,
            AreaDirectory areas,
            List<CaseLines> others,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.cases = cases;
        this.lists = lists;
        this.surroundings = surroundings;
        this.policies = policies;
        this.parties = parties;
        this.calls = calls;
        this.deadlines = deadlines;
        this.areas = areas;
        this.others = others;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * A page of cases with how many stand under each heading.
     *
     * @param total negative where nobody counted to the end
     */
    public record CaseList(Page<CaseRow> page, int total, CaseCounts counts, Instant readAt) {}

    /**
     * Lists cases, what waited longest first.
     *
     * @param cursor where the page begins, as an earlier page said, or null
     * @param isNew whether a person asked for this page; a live screen that only refreshes is not logged each time
     */
    public CaseList list(CaseFilter filter, @Nullable String cursor, int limit, boolean isNew) {
        var viewer = viewers.get();
        var now = now();
        Set<Long> within = filter.areaId() == null ? Set.of() : areas.withDescendants(filter.areaId());
        var from = cursor == null ? null : Cursor.parse(cursor);
        var page = lists.list(viewer, filter, within, from, limit, now);
        var rows = rows(viewer, page.items(), now);
        if (isNew) {
            audit.record(viewer, AuditNote.view(LIST, "Listed cases: " + filter.show().label())
                    .withField("reference", null, filter.reference())
                    .shown(rows.stream().map(row -> row.file().subject()).toList()));
        }
        return new CaseList(
                new Page<>(rows, page.next()),
                lists.count(viewer, filter, within, now),
                lists.counts(viewer, within, filter.areaId(), now),
                now);
    }

    /** The rows of these cases, in this order. */
    private List<CaseRow> rows(Viewer viewer, List<Long> ids, Instant now) {
        var found = cases.byIds(ids).stream().collect(Collectors.toMap(Case::id, Function.identity()));
        var people = parties.shown(viewer, SubjectType.CASE, ids, now);
        var policy = policies.all();
        var around = around(viewer, found.values());
        var more = more(ids, now);
        return ids.stream().map(found::get).filter(Objects::nonNull).map(file -> {
            var named = people.getOrDefault(file.id(), List.of());
            var health = health(
                    CaseHealth.of(file, around.getOrDefault(file.id(), Surroundings.NONE), policy, now),
                    more.getOrDefault(file.id(), List.of()));
            return new CaseRow(
                    isHeldBack(named) ? file.withoutWords() : file, named, health.isEmpty() ? null : health.getFirst(),
                    health.size());
        }).toList();
    }

    /**
     * The case that is called so, the one that changed last where several systems have one.
     *
     * @param source of which system, or null for any
     * @param isNew whether a person opened it; a live page that only refreshes is not logged each time
     */
    public Optional<CasePage> page(String reference, @Nullable String source, boolean isNew) {
        var viewer = viewers.get();
        var found = cases.byReference(viewer, reference).stream()
                .filter(file -> source == null || file.source().equals(source))
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(page(viewer, found.getFirst(), found.subList(1, found.size()), isNew));
    }

    /** The case of this key, if it is within the viewer's areas. */
    public Optional<CasePage> page(long id, boolean isNew) {
        var viewer = viewers.get();
        return cases.byId(viewer, id).map(file -> page(viewer, file, List.of(), isNew));
    }

    private CasePage page(Viewer viewer, Case file, List<Case> sameName, boolean isNew) {
        var now = now();
        if (isNew) {
            audit.record(viewer, AuditNote.view(file.subject(), "Opened the case"));
        }
        var people = parties.shown(viewer, SubjectType.CASE, List.of(file.id()), now).getOrDefault(file.id(), List.of());
        var held = isHeldBack(people);
        var around = around(viewer, List.of(file)).getOrDefault(file.id(), Surroundings.NONE);
        var shown = held ? file.withoutWords() : file;
        return new CasePage(
                shown,
                people,
                held,
                health(
                        CaseHealth.of(shown, around, policies.all(), now),
                        more(List.of(file.id()), now).getOrDefault(file.id(), List.of())),
                named(viewer, file),
                around.counters(),
                deadlines.of(file.subject()),
                sameName,
                now);
    }

    /** What other modules know to be missing, by case. */
    private Map<Long, List<HealthLine>> more(Collection<Long> ids, Instant now) {
        var all = new HashMap<Long, List<HealthLine>>();
        others.forEach(other -> other.lines(ids, now)
                .forEach((id, lines) -> all.computeIfAbsent(id, key -> new ArrayList<>()).addAll(lines)));
        return all;
    }

    /** All lines together, those that need somebody now first. */
    private static List<HealthLine> health(List<HealthLine> own, List<HealthLine> more) {
        return Stream.concat(own.stream(), more.stream())
                .sorted(Comparator.comparing(HealthLine::urgent).reversed())
                .toList();
    }

    private List<CasePage.NamedCall> named(Viewer viewer, Case file) {
        var found = calls.find(viewer, file.calls().stream().map(CaseService::name).toList());
        return file.calls().stream()
                .map(call -> {
                    var hit = found.get(name(call));
                    return new CasePage.NamedCall(call.reference(), hit == null ? null : hit.id(), hit != null);
                })
                .toList();
    }

    private Map<Long, Surroundings> around(Viewer viewer, Collection<Case> files) {
        var names = files.stream().flatMap(file -> file.calls().stream()).map(CaseService::name).distinct().toList();
        var found = calls.find(viewer, names);
        var counters = surroundings.counters(viewer, files.stream().map(Case::id).toList());
        var around = new HashMap<Long, Surroundings>();
        files.forEach(file -> around.put(file.id(), new Surroundings(
                file.calls().stream().filter(call -> !found.containsKey(name(call))).map(CaseCall::reference).toList(),
                counters.getOrDefault(file.id(), List.of()))));
        return around;
    }

    private static CallsByName.Name name(CaseCall call) {
        return new CallsByName.Name(call.source(), call.reference());
    }

    /** What anybody wrote of somebody who is held back may name them. */
    private static boolean isHeldBack(List<ShownParty> people) {
        return people.stream().anyMatch(ShownParty::heldBack);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
