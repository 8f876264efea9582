package org.vigil.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.audit.AuditNote;
import org.vigil.casework.data.CaseQueries;
import org.vigil.casework.rules.CaseMerge;
import org.vigil.person.NamedParty;
import org.vigil.person.NamedPerson;
import org.vigil.person.PartyBook;
import org.vigil.security.Area;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.ItemReason;
import org.vigil.shared.api.ItemResult;
import org.vigil.shared.api.ItemStatus;

/** Writes checked messages into the book of cases: one transaction's work, in bulk, with all that follows from it. */
@Component
class CaseBook {

    private static final String STALE = "is older than what is held, so nothing was changed";

    private final CaseQueries queries;
    private final PartyBook parties;
    private final CaseWriting writing;
    private final AreaDirectory areas;

    CaseBook(CaseQueries queries, PartyBook parties, CaseWriting writing, AreaDirectory areas) {
        this.queries = queries;
        this.parties = parties;
        this.writing = writing;
        this.areas = areas;
    }

    /** A message that passed its check, with what is odd about it. */
    record Ready(int index, CaseMessage message, CaseKey key, String hash, List<ItemReason> doubts) {}

    /** Applies the messages in order, inside the caller's transaction; it bears being repeated. */
    List<ItemResult> write(List<Ready> messages, Viewer viewer, Instant now) {
        var held = queries.lock(messages.stream().map(Ready::key).distinct().toList());
        var said = parties.of(SubjectType.CASE, held.values().stream().map(Case::id).toList());
        var current = new HashMap<>(held);
        var people = new HashMap<CaseKey, Map<Integer, NamedPerson>>();
        held.forEach((key, file) -> people.put(key, byPlace(said.getOrDefault(file.id(), List.of()))));
        var changed = new LinkedHashMap<CaseKey, List<NamedParty>>();
        var results = new ArrayList<ItemResult>();
        Function<String, @Nullable Long> areaIds = name -> areas.byCode(name).map(Area::id).orElse(null);
        for (var ready : messages) {
            var key = ready.key();
            var before = current.get(key);
            var reasons = new ArrayList<>(ready.doubts());
            var known = people.getOrDefault(key, Map.of());
            var status = switch (CaseMerge.of(before, known, ready.message(), ready.hash(), areaIds, now)) {
                case CaseMerge.Outcome.Stale() -> {
                    reasons.add(new ItemReason("changedAt", STALE));
                    yield ItemStatus.UNCHANGED;
                }
                case CaseMerge.Outcome.Same(Case file) -> {
                    current.put(key, file);
                    yield ItemStatus.UNCHANGED;
                }
                case CaseMerge.Outcome.Changed(Case file, List<NamedParty> named) -> {
                    current.put(key, file);
                    changed.put(key, named);
                    people.put(key, byPlace(named));
                    yield before == null ? ItemStatus.CREATED : ItemStatus.UPDATED;
                }
            };
            doubtArea(ready.message(), areaIds, reasons);
            results.add(new ItemResult(ready.index(), key.reference(), status, reasons));
        }
        var withoutClock = store(held, current, changed, viewer, now);
        for (var i = 0; i < results.size(); i++) {
            results.set(i, doubting(results.get(i), withoutClock.get(messages.get(i).key())));
        }
        return results;
    }

    /** @return by case, why a clock of it could not be started */
    private Map<CaseKey, List<String>> store(
            Map<CaseKey, Case> held,
            Map<CaseKey, Case> current,
            Map<CaseKey, List<NamedParty>> changed,
            Viewer viewer,
            Instant now) {
        var edits = changed.entrySet().stream()
                .map(entry -> {
                    var before = held.get(entry.getKey());
                    var file = Objects.requireNonNull(current.get(entry.getKey()));
                    var what = before == null ? "Case taken in from " + file.source() : "Case changed by " + file.source();
                    return new CaseWriting.Edit(before, file, entry.getValue(),
                            before == null ? AuditNote::create : AuditNote::change, what, null);
                })
                .toList();
        var dated = held.keySet().stream()
                .filter(key -> !changed.containsKey(key))
                .filter(key -> !held.get(key).changedAt().equals(current.get(key).changedAt()))
                .map(current::get)
                .toList();
        writing.touch(dated, now);
        return writing.write(edits, viewer, now).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<Integer, NamedPerson> byPlace(List<NamedParty> named) {
        return named.stream().collect(Collectors.toMap(NamedParty::place, NamedParty::person));
    }

    private static ItemResult doubting(ItemResult result, @Nullable List<String> problems) {
        if (problems == null) {
            return result;
        }
        var reasons = new ArrayList<>(result.reasons());
        problems.forEach(problem -> reasons.add(new ItemReason("reportedAt", problem)));
        return new ItemResult(result.index(), result.reference(), result.status(), reasons);
    }

    private static void doubtArea(
            CaseMessage message, Function<String, @Nullable Long> areas, List<ItemReason> reasons) {
        if (message.area() != null && areas.apply(message.area()) == null) {
            reasons.add(new ItemReason(
                    "area", "is not an area of this console; the case is kept for the whole force to see"));
        }
    }
}
