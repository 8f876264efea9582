package org.vigil.victim.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.vigil.deadline.DeadlineChange;
import org.vigil.shared.UkTime;
import org.vigil.victim.CaseOfVictim;
import org.vigil.victim.Children;

/**
 * The clock of a case whose children's schools are to be told. No term dates are held: it warns and is never breached.
 * Source: DAA 2021 s.49A; DEADLINES.md, CHILD_SCHOOL_NOTICE.
 */
public final class SchoolNotice {

    public static final String RULE = "CHILD_SCHOOL_NOTICE";

    private SchoolNotice() {}

    /** What becomes of the clock: it runs while a child's school neither knows nor is exempt. */
    public static List<DeadlineChange> changes(CaseOfVictim of, Children children, Instant now) {
        if (children.places().isEmpty()) {
            return List.of(new DeadlineChange.Cancel(RULE, of.subject(), "No child is named in the case."));
        }
        var open = DeadlineChange.Open.of(
                RULE, of.subject(), "Tell the school of the children", of.areaId(), of.reportedAt(),
                "Case reported " + UkTime.moment(of.reportedAt()));
        if (!children.withoutNotice().isEmpty()) {
            // History that is loaded closed asks nobody to ring a school.
            return of.isOpen() || !OwedUpdates.isHistory(of.closedAt(), of.reportedAt(), now)
                    ? List.of(new DeadlineChange.Restart(open, "Another child is named in the case."))
                    : List.of();
        }
        var last = children.schools().stream()
                .filter(school -> children.places().contains(school.place()))
                .map(Children.School::at)
                .max(Comparator.naturalOrder());
        return List.of(new DeadlineChange.Meet(
                RULE, of.subject(), Objects.requireNonNull(last.orElseThrow()), "Every child's school was told, or is exempt"));
    }
}
