package org.vigil.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.custody.data.CustodyReads;
import org.vigil.custody.data.CustodyStore;
import org.vigil.custody.rules.ClockTimes;
import org.vigil.custody.rules.EventMerge;
import org.vigil.custody.rules.EventRules;
import org.vigil.custody.rules.StandingFold;
import org.vigil.person.NamedParty;
import org.vigil.person.PartyBook;
import org.vigil.security.Area;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.ItemReason;
import org.vigil.shared.api.ItemResult;
import org.vigil.shared.api.ItemStatus;

/** Writes checked events into the book of custody: one transaction's work, with all that follows from it. */
@Component
class CustodyBook {

    /** The part in a custody record that is its own; nobody else is named in one. */
    static final String SUSPECT = "SUSPECT";

    private final CustodyReads reads;
    private final CustodyStore store;
    private final CustodyClocks clocks;
    private final CustodyConsequences consequences;
    private final TwinAlerts twins;
    private final PartyBook parties;
    private final AreaDirectory areas;
    private final AuditLog audit;
    private final ApplicationEventPublisher publisher;

    CustodyBook(
            CustodyReads reads,
            CustodyStore store,
            CustodyClocks clocks,
            CustodyConsequences consequences,
            TwinAlerts twins,
            PartyBook parties,
            AreaDirectory areas,
            AuditLog audit,
            ApplicationEventPublisher publisher) {
        this.reads = reads;
        this.store = store;
        this.clocks = clocks;
        this.consequences = consequences;
        this.twins = twins;
        this.parties = parties;
        this.areas = areas;
        this.audit = audit;
        this.publisher = publisher;
    }

    /** An event that passed its check, with what is odd about it. */
    record Ready(int index, CustodyEntry entry, String hash, String recordedBy, boolean byHand, List<ItemReason> doubts) {

        CustodyEvent event(Instant now) {
            return new CustodyEvent(0, entry.kind(), entry.at(), entry.details(), hash, now, recordedBy, byHand, true);
        }
    }

    /** Applies the events in order, inside the caller's transaction; it bears being repeated. */
    List<ItemResult> write(List<Ready> ready, Viewer viewer, Instant now) {
        var held = reads.lock(ready.stream().map(one -> one.entry().key()).distinct().toList());
        return write(ready, held, viewer, now);
    }

    /** The same for one event of a record that the caller has locked. */
    ItemResult write(Ready one, CustodyRecord record, Viewer viewer, Instant now) {
        return write(List.of(one), Map.of(record.key(), record), viewer, now).getFirst();
    }

    private List<ItemResult> write(
            List<Ready> ready, Map<CustodyKey, CustodyRecord> held, Viewer viewer, Instant now) {
        var times = clocks.times();
        var work = new LinkedHashMap<CustodyKey, RecordWork>();
        var results = new ArrayList<ItemResult>();
        for (var one : ready) {
            var key = one.entry().key();
            var record = work.computeIfAbsent(key, unknown -> new RecordWork(key, held.get(key), times));
            results.add(take(record, one, times, now));
        }
        var changed = work.values().stream().filter(RecordWork::isChanged).toList();
        changed.forEach(record -> store(record, now));
        var problems = consequences.apply(changed.stream().map(RecordWork::change).toList(), now);
        if (!changed.isEmpty()) {
            twins.look(changed.stream().map(record -> record.record().id()).toList(), now);
        }
        audit.recordAll(viewer, changed.stream().flatMap(CustodyBook::notes).toList());
        changed.forEach(record -> record.steps().forEach(step -> publisher.publishEvent(new CustodyChanged(
                record.record().id(), step.before(), step.after(), step.event().kind(), step.event().at(), now))));
        return doubting(ready, results, work, problems);
    }

    private ItemResult take(RecordWork record, Ready ready, ClockTimes times, Instant now) {
        var reasons = new ArrayList<>(ready.doubts());
        var event = ready.event(now);
        var isNew = record.isNew();
        var status = switch (EventMerge.of(record.events(), event, times)) {
            case EventMerge.Outcome.Known() -> ItemStatus.UNCHANGED;
            case EventMerge.Outcome.KeptAsPutRight(ItemReason why) -> {
                reasons.add(why);
                yield ItemStatus.UNCHANGED;
            }
            case EventMerge.Outcome.Refused(ItemReason why) -> {
                reasons.add(why);
                yield ItemStatus.REJECTED;
            }
            case EventMerge.Outcome.Added(@Nullable CustodyEvent replaced) -> {
                var taken = event.puttingRight(replaced);
                record.take(taken, replaced, ready.entry().person());
                area(record, ready.entry(), reasons);
                reasons.addAll(EventRules.doubts(taken, record.standing()));
                yield isNew ? ItemStatus.CREATED : ItemStatus.UPDATED;
            }
        };
        return new ItemResult(ready.index(), ready.entry().key().reference(), status, reasons);
    }

    /** The area that is named, else that of the station; what neither names stays as it is. */
    private void area(RecordWork record, CustodyEntry entry, List<ItemReason> reasons) {
        var station = entry.details().station();
        var found = Stream.of(entry.area(), station)
                .filter(Objects::nonNull)
                .map(areas::byCode)
                .flatMap(Optional::stream)
                .map(Area::id)
                .findFirst();
        found.ifPresent(record::inArea);
        if (entry.area() != null && areas.byCode(entry.area()).isEmpty()) {
            reasons.add(new ItemReason("area", "is not an area of this console"
                    + (record.areaId() == null ? "; the record is kept for the whole force to see" : "")));
        } else if (station != null && record.areaId() == null) {
            reasons.add(new ItemReason(
                    "station", "is no station or area that is known here; the record is kept for the whole force to see"));
        }
    }

    private void store(RecordWork work, Instant now) {
        var before = work.held();
        var standing = work.standing();
        long id;
        if (before == null) {
            id = store.insert(work.key(), work.areaId(), standing, now);
        } else {
            id = before.id();
            if (!store.update(id, before.version(), work.areaId(), standing, now)) {
                throw new ChangedMeanwhileException("The custody record");
            }
        }
        for (var step : work.steps()) {
            // First the old telling goes: one that counts is unique.
            var replaced = work.storedId(step.replaced());
            if (replaced != null) {
                store.replaced(List.of(replaced));
            }
            work.stored(step.event(), store.add(id, step.event()));
        }
        work.storedAs(id);
        if (work.person() != null) {
            parties.replace(work.record().subject(), List.of(new NamedParty(0, SUSPECT, work.person())), now);
        }
    }

    private static Stream<AuditNote> notes(RecordWork work) {
        var subject = work.record().subject();
        return work.steps().stream().map(step -> {
            var first = work.held() == null && step == work.steps().getFirst();
            var what = "Custody: " + step.event().kind().label() + ", told by " + step.event().recordedBy();
            var note = first ? AuditNote.create(subject, what) : AuditNote.change(subject, what);
            return EventNote.fields(note, step.event(), step.replaced());
        });
    }

    private static List<ItemResult> doubting(
            List<Ready> ready,
            List<ItemResult> results,
            Map<CustodyKey, RecordWork> work,
            Map<Long, List<String>> problems) {
        var doubting = new ArrayList<ItemResult>();
        for (var place = 0; place < results.size(); place++) {
            var result = results.get(place);
            var record = work.get(ready.get(place).entry().key());
            var clocks = record.isChanged() ? problems.getOrDefault(record.record().id(), List.of()) : List.<String>of();
            var reasons = new ArrayList<>(result.reasons());
            clocks.forEach(problem -> reasons.add(new ItemReason("at", problem)));
            doubting.add(new ItemResult(result.index(), result.reference(), result.status(), reasons));
        }
        return doubting;
    }

    /** Where a record stands now. */
    CustodyStanding standing(CustodyRecord record) {
        return StandingFold.of(record.events(), clocks.times());
    }
}
