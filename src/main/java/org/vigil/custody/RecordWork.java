package org.vigil.custody;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.rules.ClockTimes;
import org.vigil.custody.rules.StandingFold;
import org.vigil.person.NamedPerson;

/** One record while a batch of events is applied to it: what was held, what came, and where that leaves it. */
final class RecordWork {

    private final CustodyKey key;
    private final @Nullable CustodyRecord held;
    private final ClockTimes times;
    private final List<CustodyEvent> events;
    private final List<Step> steps = new ArrayList<>();
    private final Map<CustodyEvent, Long> stored = new IdentityHashMap<>();
    private final @Nullable CustodyStanding first;
    private @Nullable CustodyStanding standing;
    private @Nullable Long areaId;
    private @Nullable NamedPerson person;
    private @Nullable CustodyRecord record;

    RecordWork(CustodyKey key, @Nullable CustodyRecord held, ClockTimes times) {
        this.key = key;
        this.held = held;
        this.times = times;
        events = new ArrayList<>(held == null ? List.of() : held.events());
        first = held == null ? null : StandingFold.of(events, times);
        standing = first;
        areaId = held == null ? null : held.areaId();
    }

    /** One event, and where the record stood before and after it. */
    record Step(
            CustodyEvent event,
            @Nullable CustodyEvent replaced,
            @Nullable CustodyStanding before,
            CustodyStanding after) {}

    void take(CustodyEvent event, @Nullable CustodyEvent replaced, @Nullable NamedPerson named) {
        if (replaced != null) {
            events.set(place(replaced), replaced.replaced());
        }
        events.add(event);
        var after = StandingFold.of(events, times);
        steps.add(new Step(event, replaced, standing, after));
        standing = after;
        person = named == null ? person : named;
    }

    private int place(CustodyEvent event) {
        for (var place = 0; place < events.size(); place++) {
            if (events.get(place) == event) {
                return place;
            }
        }
        throw new IllegalArgumentException("not an event of this record");
    }

    void inArea(long id) {
        areaId = id;
    }

    /** What a new event's key is, once it has one. */
    void stored(CustodyEvent event, long id) {
        stored.put(event, id);
    }

    /** The key of a telling that is put right, whether it was held or came in this batch. */
    @Nullable Long storedId(@Nullable CustodyEvent event) {
        return event == null ? null : event.id() == 0 ? stored.get(event) : Long.valueOf(event.id());
    }

    void storedAs(long id) {
        record = new CustodyRecord(
                id, held == null ? 0 : held.version() + 1, key, areaId, held == null ? null : held.twinKey(), events);
    }

    boolean isNew() {
        return held == null && steps.isEmpty();
    }

    boolean isChanged() {
        return !steps.isEmpty();
    }

    CustodyKey key() {
        return key;
    }

    @Nullable CustodyRecord held() {
        return held;
    }

    List<CustodyEvent> events() {
        return events;
    }

    List<Step> steps() {
        return steps;
    }

    @Nullable Long areaId() {
        return areaId;
    }

    @Nullable NamedPerson person() {
        return person;
    }

    CustodyStanding standing() {
        return Objects.requireNonNull(standing);
    }

    CustodyRecord record() {
        return Objects.requireNonNull(record);
    }

    CustodyConsequences.Change change() {
        return new CustodyConsequences.Change(first, standing(), record(), held == null ? null : held.areaId());
    }
}
