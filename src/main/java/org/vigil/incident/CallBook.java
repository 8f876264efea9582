package org.vigil.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.audit.FieldChange;
import org.vigil.incident.data.CallQueries;
import org.vigil.incident.data.CallStore;
import org.vigil.incident.data.ErasedParties;
import org.vigil.incident.data.StoredCall;
import org.vigil.incident.rules.CallDifferences;
import org.vigil.incident.rules.CallMerge;
import org.vigil.incident.rules.CallStates;
import org.vigil.incident.rules.GradePolicies;
import org.vigil.security.Area;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.ItemReason;
import org.vigil.shared.api.ItemResult;
import org.vigil.shared.api.ItemStatus;

/** Writes checked messages into the book of calls: one transaction's work, in bulk, with all that follows from it. */
@Component
class CallBook {

    private static final String STALE = "is older than what is held, so nothing was changed";

    private final CallQueries queries;
    private final CallStore store;
    private final ErasedParties erased;
    private final CallConsequences consequences;
    private final AreaDirectory areas;
    private final AuditLog audit;

    CallBook(
            CallQueries queries,
            CallStore store,
            ErasedParties erased,
            CallConsequences consequences,
            AreaDirectory areas,
            AuditLog audit) {
        this.queries = queries;
        this.store = store;
        this.erased = erased;
        this.consequences = consequences;
        this.areas = areas;
        this.audit = audit;
    }

    /** A message that passed its check, with what is odd about it. */
    record Ready(int index, CallMessage message, CallKey key, String hash, List<ItemReason> doubts) {}

    /** Applies the messages in order, inside the caller's transaction; it bears being repeated. */
    List<ItemResult> write(List<Ready> messages, GradePolicies policies, Viewer viewer, Instant now) {
        var held = queries.lock(messages.stream().map(Ready::key).distinct().toList());
        var current = new HashMap<>(held);
        var without = erased.of(held.values().stream().map(Call::id).toList());
        var moved = new LinkedHashMap<CallKey, Boolean>();
        var results = new ArrayList<ItemResult>();
        Function<String, @Nullable Long> areaIds = name -> areas.byCode(name).map(Area::id).orElse(null);
        for (var ready : messages) {
            var before = current.get(ready.key());
            var reasons = new ArrayList<>(ready.doubts());
            var status = switch (CallMerge.of(before, ready.message(), ready.hash(), areaIds, now)) {
                case CallMerge.Outcome.Stale() -> {
                    reasons.add(new ItemReason("changedAt", STALE));
                    yield ItemStatus.UNCHANGED;
                }
                case CallMerge.Outcome.Same(Call call) -> {
                    current.put(ready.key(), without.leaveOut(call));
                    moved.merge(ready.key(), false, Boolean::logicalOr);
                    yield ItemStatus.UNCHANGED;
                }
                case CallMerge.Outcome.Changed(Call call) -> {
                    current.put(ready.key(), without.leaveOut(call));
                    moved.put(ready.key(), true);
                    yield before == null ? ItemStatus.CREATED : ItemStatus.UPDATED;
                }
            };
            doubtArea(ready.message(), areaIds, reasons);
            results.add(new ItemResult(ready.index(), ready.key().reference(), status, reasons));
        }
        var withoutClock = write(held, current, moved, policies, viewer, now);
        for (var i = 0; i < results.size(); i++) {
            results.set(i, doubting(results.get(i), withoutClock.get(messages.get(i).key())));
        }
        return results;
    }

    private static ItemResult doubting(ItemResult result, @Nullable List<String> problems) {
        if (problems == null) {
            return result;
        }
        var reasons = new ArrayList<>(result.reasons());
        problems.forEach(problem -> reasons.add(new ItemReason("receivedAt", problem)));
        return new ItemResult(result.index(), result.reference(), result.status(), reasons);
    }

    private static void doubtArea(
            CallMessage message, Function<String, @Nullable Long> areas, List<ItemReason> reasons) {
        if (message.area() != null && areas.apply(message.area()) == null) {
            reasons.add(new ItemReason(
                    "area", "is not an area of this console; the call is kept for the whole force to see"));
        }
    }

    /** @return by call, why a clock of it could not be started */
    private Map<CallKey, List<String>> write(
            Map<CallKey, Call> held,
            Map<CallKey, Call> current,
            Map<CallKey, Boolean> moved,
            GradePolicies policies,
            Viewer viewer,
            Instant now) {
        var fresh = new ArrayList<StoredCall>();
        var changed = new ArrayList<StoredCall>();
        var dated = new ArrayList<StoredCall>();
        moved.forEach((key, content) -> {
            var call = current.get(key);
            var before = held.get(key);
            var stored = new StoredCall(
                    call, CallStates.of(CallFacts.of(call), policies.at(call.times().receivedAt())));
            if (before == null) {
                fresh.add(stored);
            } else if (content) {
                changed.add(stored);
            } else if (!before.changedAt().equals(call.changedAt())) {
                dated.add(stored);
            }
        });
        var ids = store.insert(fresh);
        store.update(changed);
        store.updateTimes(dated);
        var changes = new ArrayList<CallConsequences.Changed>();
        var notes = new ArrayList<AuditNote>();
        for (var stored : fresh) {
            var call = stored.call().withId(ids.get(CallKey.of(stored.call())));
            changes.add(new CallConsequences.Changed(null, call));
            notes.add(AuditNote.create(CallConsequences.subject(call), "Call taken in from " + call.source()));
        }
        for (var stored : changed) {
            var before = held.get(CallKey.of(stored.call()));
            changes.add(new CallConsequences.Changed(before, stored.call()));
            notes.add(changeNote(before, stored.call()));
        }
        var withoutClock = consequences.apply(changes, policies, now);
        audit.recordAll(viewer, notes);
        return changes.stream()
                .map(CallConsequences.Changed::after)
                .filter(call -> withoutClock.containsKey(call.id()))
                .collect(Collectors.toMap(CallKey::of, call -> withoutClock.get(call.id())));
    }

    private static AuditNote changeNote(Call before, Call after) {
        var differences = CallDifferences.of(before, after).stream()
                .map(difference -> new FieldChange(difference.field(), difference.before(), difference.after()))
                .toList();
        return AuditNote.change(CallConsequences.subject(after), "Call changed by " + after.source())
                .withChanges(differences);
    }
}
