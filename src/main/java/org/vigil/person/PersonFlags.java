package org.vigil.person;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.deadline.DeadlineChange;
import org.vigil.deadline.DeadlineService;
import org.vigil.person.PersonDesk.Change;
import org.vigil.person.data.MarkStore;
import org.vigil.person.rules.PersonInput;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;

/** Warning markers, and flags that must stand in other systems: each asked for, chased by a clock, and settled. */
@Service
@Requires({
    Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.CALLS, Duty.CUSTODY, Duty.MARAC,
    Duty.COURT
})
public class PersonFlags {

    /** The rule of the clock that chases a flag. */
    public static final String RULE = "PERSON_FLAG";

    /** The rule of the clock that asks for a marker to be looked at again. */
    public static final String REVIEW = "PERSON_MARKER_REVIEW";

    private final PersonDesk desk;
    private final MarkStore marks;
    private final DeadlineService deadlines;
    private final AuditLog audit;

    PersonFlags(PersonDesk desk, MarkStore marks, DeadlineService deadlines, AuditLog audit) {
        this.desk = desk;
        this.marks = marks;
        this.deadlines = deadlines;
        this.audit = audit;
    }

    /** @param version the person's version as it was on screen, here and below */
    public void mark(long id, int version, NewMarker marker) {
        PersonInput.longReason(marker.reason());
        desk.change(id, version, change -> {
            reviewDay(marker.reviewOn(), UkTime.localDay(change.now()));
            var key = marks.addMarker(change.person().id(), marker, change.by(), change.now());
            deadlines.apply(List.of(review(change, key, marker.reviewOn(), "from set")), change.now());
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), "Marker set: " + marker.type().label())
                    .withField("marker", null, marker.type() + ": " + marker.reason() + ", review " + marker.reviewOn()));
        });
    }

    /** Keeps a marker after its review. */
    public void renew(long id, int version, long marker, LocalDate reviewOn, String reason) {
        var why = PersonInput.reason(reason);
        desk.change(id, version, change -> {
            reviewDay(reviewOn, UkTime.localDay(change.now()));
            var before = change.person().markers().stream()
                    .filter(each -> each.id() == marker && each.endedAt() == null)
                    .findFirst()
                    .orElseThrow(PersonFlags::gone);
            if (!marks.renewMarker(change.person().records(), marker, reviewOn)) {
                throw gone();
            }
            var next = review(change, marker, reviewOn, "from kept");
            deadlines.apply(List.of(new DeadlineChange.Restart(next, "Reviewed, and the marker kept")), change.now());
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), "Marker reviewed and kept")
                    .withPurpose(why)
                    .withField("marker " + marker, before.reviewOn(), reviewOn));
        });
    }

    /** Takes a marker off. */
    public void unmark(long id, int version, long marker, String reason) {
        var why = PersonInput.reason(reason);
        desk.change(id, version, change -> {
            if (!marks.endMarker(change.person().records(), marker, why, change.by(), change.now())) {
                throw gone();
            }
            deadlines.apply(
                    List.of(new DeadlineChange.Meet(REVIEW, markerSubject(marker), change.now(), "Marker taken off")),
                    change.now());
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), "Marker taken off")
                    .withPurpose(why)
                    .withField("marker " + marker, "set", "ended"));
        });
    }

    /** Asks for a flag in another system; its clock runs from now. */
    public void ask(long id, int version, NewFlag flag) {
        PersonInput.text("what", flag.what(), 160);
        PersonInput.longReason(flag.reason());
        desk.change(id, version, change -> {
            var key = marks.addFlag(change.person().id(), flag, change.by(), change.now());
            // No word of whose: the list of clocks is read by many who may not see the person.
            var title = "Flag to be set on " + flag.system().label();
            deadlines.apply(
                    List.of(DeadlineChange.Open.of(RULE, subject(key), title, null, change.now(), "from asked")),
                    change.now());
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), "Flag asked for on "
                            + flag.system().label())
                    .withField("flag", null, flag.what() + ": " + flag.reason())
                    .shown(subject(key)));
        });
    }

    /** Says that a flag stands, and what shows it; its clock ends. */
    public void set(long id, int version, long flag, String evidence) {
        settle(id, version, flag, FlagState.SET, evidence);
    }

    /** Says why a flag need not stand; its clock is cancelled. */
    public void notNeeded(long id, int version, long flag, String reason) {
        settle(id, version, flag, FlagState.NOT_NEEDED, reason);
    }

    private void settle(long id, int version, long flag, FlagState state, String evidence) {
        var why = PersonInput.text("evidence", evidence, 255);
        desk.change(id, version, change -> {
            if (!marks.settleFlag(change.person().records(), flag, state, why, change.by(), change.now())) {
                throw gone();
            }
            deadlines.apply(
                    List.of(state == FlagState.SET
                            ? new DeadlineChange.Meet(RULE, subject(flag), change.now(), "Flag set")
                            : new DeadlineChange.Cancel(RULE, subject(flag), "Flag not needed")),
                    change.now());
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), "Flag: " + state.label())
                    .withField("flag " + flag, FlagState.TO_SET, state + ": " + why)
                    .shown(subject(flag)));
        });
    }

    private static DeadlineChange.Open review(Change change, long marker, LocalDate on, String evidence) {
        var title = "Review a marker";
        return new DeadlineChange.Open(
                REVIEW, markerSubject(marker), title, null, change.now(), evidence, null, UkTime.startOf(on), null);
    }

    private static void reviewDay(LocalDate day, LocalDate today) {
        if (!day.isAfter(today)) {
            throw new InvalidInputException("review", "Give a day to come on which the marker is reviewed.");
        }
    }

    private static InvalidInputException gone() {
        return new InvalidInputException("marker", "This was settled meanwhile; look at the person again.");
    }

    /** How clocks and alerts name a marker. */
    public static SubjectRef markerSubject(long marker) {
        return new SubjectRef(SubjectType.PERSON_MARKER, marker, "Marker " + marker);
    }

    /** How clocks and alerts name a flag. */
    public static SubjectRef subject(long flag) {
        return new SubjectRef(SubjectType.PERSON_FLAG, flag, "Flag " + flag);
    }
}
