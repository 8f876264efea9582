package org.vigil.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.person.PersonDesk.Change;
import org.vigil.person.data.PersonReads;
import org.vigil.person.data.RetentionReads;
import org.vigil.person.data.RetentionReads.Place;
import org.vigil.person.data.RetentionReads.Wanted;
import org.vigil.person.data.RetentionStore;
import org.vigil.person.data.ScheduleReads;
import org.vigil.person.rules.NextReview;
import org.vigil.person.rules.PersonInput;
import org.vigil.person.rules.ReviewGroup;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Page;
import org.vigil.shared.Requires;
import org.vigil.shared.UkTime;

/** Which records are due for review, and what a review decides short of erasure. A hold overrides all of it. */
@Service
@Requires(Duty.SUPERVISOR)
public class PersonRetention {

    private static final int SOON_DAYS = 90;

    private final PersonDesk desk;
    private final PersonReviews reviews;
    private final PersonReads people;
    private final RetentionReads reads;
    private final RetentionStore store;
    private final ScheduleReads schedules;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    PersonRetention(
            PersonDesk desk,
            PersonReviews reviews,
            PersonReads people,
            RetentionReads reads,
            RetentionStore store,
            ScheduleReads schedules,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.desk = desk;
        this.reviews = reviews;
        this.people = people;
        this.reads = reads;
        this.store = store;
        this.schedules = schedules;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** Which records are listed. */
    public enum Show {
        /** Their day has come. */
        DUE,
        /** Their day comes within 90 days. */
        SOON,
        /** On hold, whatever their day. */
        HELD
    }

    /** The review groups in force today, the strictest first. */
    public List<ReviewGroup> groups() {
        return schedules.on(today()).groups();
    }

    /** How many records the viewer may see are to be shown. */
    public int count(Show show) {
        return reads.count(viewers.get(), wanted(show), clock.instant());
    }

    /**
     * A page of records, the oldest day first.
     *
     * @param cursor of the page before, or null at the start
     */
    public Page<Person> list(Show show, @Nullable String cursor, int limit) {
        var viewer = viewers.get();
        var now = clock.instant();
        var places = reads.page(viewer, wanted(show), place(cursor), limit, now);
        var found = people.inFull(viewer, places.stream().map(Place::id).toList(), now).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        var listed = places.stream().map(place -> found.get(place.id())).filter(java.util.Objects::nonNull).toList();
        audit.record(viewer, AuditNote.view(Person.subject(0), "Listed records for retention review")
                .shown(listed.stream().map(Person::subject).toList()));
        return new Page<>(listed, places.size() < limit ? null : cursor(places.getLast()));
    }

    private Wanted wanted(Show show) {
        var today = today();
        return switch (show) {
            case DUE -> new Wanted(null, today, false);
            case SOON -> new Wanted(today.plusDays(1), today.plusDays(SOON_DAYS), false);
            case HELD -> new Wanted(null, null, true);
        };
    }

    private static String cursor(Place place) {
        return place.on() + "~" + place.id();
    }

    private static @Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var parts = cursor.split("~", 2);
        return new Place(LocalDate.parse(parts[0]), Long.parseLong(parts[1]));
    }

    private LocalDate today() {
        return UkTime.localDay(clock.instant());
    }

    /**
     * A review keeps the record.
     *
     * @param version the person's version as it was on screen, here and below
     * @return when it is reviewed next, by rule
     */
    public NextReview keep(long id, int version, String reason) {
        var why = PersonInput.reason(reason);
        return decide(id, version, change -> {
            refuseIfHeld(change, "reviewed");
            store.reviewed(change.person().id(), UkTime.localDay(change.now()));
            return AuditNote.change(change.person().subject(), "Retention review: kept").withPurpose(why);
        });
    }

    /** Puts the record into a group; no rule changes it from then on. Null gives the choice back to the rules. */
    public NextReview group(long id, int version, @Nullable Integer group, String reason) {
        var why = PersonInput.reason(reason);
        if (group != null && groups().stream().noneMatch(each -> each.number() == group)) {
            throw new InvalidInputException("group", "Choose a review group that is in force.");
        }
        return decide(id, version, change -> {
            store.choose(change.person().records(), group);
            var before = change.person().core().retention();
            return AuditNote.change(change.person().subject(), "Review group: " + (group == null ? "by rule" : group))
                    .withPurpose(why)
                    .withField("review group", before.chosen() ? before.group() : "by rule", group == null ? "by rule" : group);
        });
    }

    /** Holds the record: neither reviewed nor erased until the hold is lifted. */
    public void hold(long id, int version, String reason) {
        var why = PersonInput.reason(reason);
        decide(id, version, change -> {
            refuseIfHeld(change, "held once more");
            store.hold(change.person().records(), why, change.by(), change.now());
            return AuditNote.change(change.person().subject(), "Record put on hold").withPurpose(why);
        });
    }

    /** Lifts the hold; the record is due when its day has come. */
    public void release(long id, int version, String reason) {
        var why = PersonInput.reason(reason);
        decide(id, version, change -> {
            if (change.person().core().retention().holdReason() == null) {
                throw new InvalidInputException("hold", "The record is not on hold.");
            }
            store.hold(change.person().records(), null, change.by(), change.now());
            return AuditNote.change(change.person().subject(), "Hold lifted").withPurpose(why);
        });
    }

    private NextReview decide(long id, int version, Function<Change, AuditNote> decision) {
        return desk.call(id, version, change -> {
            var note = decision.apply(change);
            var next = reviews.work(List.of(change.person().id()), change.now()).get(change.person().id());
            audit.record(change.viewer(), note.withField(
                    "next review", change.person().core().retention().nextReviewOn(), next.on()));
            return next;
        });
    }

    private static void refuseIfHeld(Change change, String what) {
        var held = change.person().core().retention().holdReason();
        if (held != null) {
            throw new InvalidInputException(
                    "hold", "The record is on hold and can’t be " + what + ": " + held + " Lift the hold first.");
        }
    }
}
