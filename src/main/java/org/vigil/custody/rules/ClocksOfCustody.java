package org.vigil.custody.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.ArrestedFor;
import org.vigil.custody.CustodyStanding;
import org.vigil.custody.CustodyStanding.Bail;
import org.vigil.custody.CustodyStanding.Detention;
import org.vigil.custody.CustodyStanding.End;
import org.vigil.custody.CustodyStanding.Step;
import org.vigil.custody.CustodyState;
import org.vigil.custody.rules.ClockRun.Fate;
import org.vigil.custody.rules.ClockRun.Terms;
import org.vigil.deadline.DeadlineChange;
import org.vigil.deadline.rules.Circumstance;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.UkTime;

/**
 * Which clocks a custody record has, and what a change of where it stands does to them. Sources: DEADLINES.md,
 * CUSTODY_DETENTION, the rules before the court, PRE_CHARGE_BAIL and its extensions, VICTIM_BEFORE_RELEASE.
 */
public final class ClocksOfCustody {

    public static final String BAIL_ENDS = "BAIL_ENDS";
    public static final String VICTIM = "VICTIM_BEFORE_RELEASE";

    /** Every rule that a custody record may have a clock of, the most pressing first. */
    public static final List<String> RULES = Stream.of(
                    Stream.of(DetentionTimes.RULE, DetentionTimes.EXTENDED),
                    Stream.of(ArrestedFor.values()).map(ArrestedFor::courtRule).filter(Objects::nonNull),
                    Stream.of(VICTIM, BAIL_ENDS),
                    BailSteps.RULES.stream())
            .flatMap(rules -> rules)
            .toList();

    private ClocksOfCustody() {}

    /**
     * The changes of all clocks, in the order in which they must be applied; empty where nothing about them changed.
     *
     * @param before null for a record that is new
     * @param moved whether the area is another than before: a clock that runs goes with its record
     */
    public static List<DeadlineChange> changes(
            @Nullable CustodyStanding before,
            CustodyStanding after,
            SubjectRef record,
            @Nullable Long areaId,
            boolean moved) {
        var was = before == null ? Map.<String, List<ClockRun>>of() : runs(before);
        var is = runs(after);
        return RULES.stream()
                .flatMap(rule -> ClockMoves.of(
                                rule, record, areaId, moved, was.getOrDefault(rule, List.of()), is.getOrDefault(rule, List.of()))
                        .stream())
                .toList();
    }

    static Map<String, List<ClockRun>> runs(CustodyStanding standing) {
        var runs = new LinkedHashMap<String, List<ClockRun>>();
        if (standing.detention() != null) {
            detention(standing.detention(), runs);
        }
        court(standing, runs);
        if (standing.bail() != null) {
            bail(standing.bail(), standing.arrest().at(), runs);
        }
        victim(standing, runs);
        return runs;
    }

    private static void detention(Detention detention, Map<String, List<ClockRun>> runs) {
        var extensions = detention.extensions();
        var circumstances = detention.section46A() ? Set.of(Circumstance.SECTION_46A) : Set.<Circumstance>of();
        var first = new Terms(
                "Charge, release or extend the detention", detention.startedAt(), "from " + detention.evidence(), null, null,
                circumstances);
        runs.put(
                DetentionTimes.RULE,
                List.of(ClockRun.of(first, extensions.isEmpty() ? met(detention.end()) : extended(detention, 0))));
        var extended = new ArrayList<ClockRun>();
        for (var place = 0; place < extensions.size(); place++) {
            var extension = extensions.get(place);
            var terms = new Terms(
                    "Charge or release, or extend again",
                    extension.at(),
                    "from the extension by " + extension.by().label() + ", " + UkTime.moment(extension.at()),
                    extension.endsAt(),
                    null,
                    Set.of());
            var last = place == extensions.size() - 1;
            extended.add(ClockRun.of(terms, last ? met(detention.end()) : extended(detention, place + 1)));
        }
        runs.put(DetentionTimes.EXTENDED, extended);
    }

    private static Fate extended(Detention detention, int by) {
        var extension = detention.extensions().get(by);
        return new Fate.Met(
                extension.at(),
                "Extended by " + extension.by().label() + " to " + UkTime.moment(extension.endsAt()) + ", decided "
                        + UkTime.moment(extension.at()));
    }

    private static void court(CustodyStanding standing, Map<String, List<ClockRun>> runs) {
        var arrest = standing.arrest();
        var rule = arrest.reason().courtRule();
        if (rule == null || arrest.at() == null || standing.state() == CustodyState.NOT_ARRESTED) {
            return;
        }
        var terms = new Terms(
                "Bring before the court", arrest.at(), "from the arrest", null, CourtTimes.notLaterThan(arrest),
                CourtTimes.circumstances(arrest));
        var end = standing.court() == null ? null : standing.court().end();
        Fate fate = end != null
                ? met(end)
                : standing.inCell() ? null : new Fate.Over(standing.state().label() + " without being before a court.");
        runs.put(rule, List.of(ClockRun.of(terms, fate)));
    }

    private static void bail(Bail bail, @Nullable Instant arrestedAt, Map<String, List<ClockRun>> runs) {
        notices(bail, runs);
        if (arrestedAt == null) {
            return;
        }
        for (var place = 0; place < bail.steps().size(); place++) {
            var step = bail.steps().get(place);
            var last = place == bail.steps().size() - 1;
            var next = last ? null : bail.steps().get(place + 1);
            var until = next == null ? null : next.at();
            var pauses = BailSteps.pausesOf(step, bail.pauses()).stream()
                    .filter(pause -> until == null || pause.from().isBefore(until))
                    .map(pause -> until == null || pause.to() == null || !pause.to().isAfter(until)
                            ? pause
                            : new CustodyStanding.Pause(pause.from(), null))
                    .toList();
            var fate = next == null ? met(bail.end()) : extended(next);
            runs.computeIfAbsent(step.rule(), rule -> new ArrayList<>())
                    .add(new ClockRun(terms(step, arrestedAt), pauses, fate));
        }
    }

    private static Terms terms(Step step, Instant arrestedAt) {
        return new Terms("Charge, release or extend the bail", arrestedAt, "from the arrest", step.givenEnd(), null, Set.of());
    }

    private static Fate extended(Step by) {
        return new Fate.Met(by.at(), "Bail extended by " + by.by().label() + ", " + UkTime.moment(by.at()));
    }

    /** The day of the notice, where it is before the law's own end: then somebody must have decided. */
    private static void notices(Bail bail, Map<String, List<ClockRun>> runs) {
        var days = new ArrayList<ClockRun>();
        for (var place = 0; place < bail.notices().size(); place++) {
            var notice = bail.notices().get(place);
            var last = place == bail.notices().size() - 1;
            var lawEnds = bail.lawEndsAt();
            if (last && lawEnds != null && !notice.endsAt().isBefore(lawEnds)) {
                continue;
            }
            var terms = new Terms(
                    "Suspect answers bail: charge, release or extend before",
                    notice.at(),
                    "from the bail given " + UkTime.moment(notice.at()),
                    notice.endsAt(),
                    null,
                    Set.of());
            days.add(ClockRun.of(terms, last ? noticeOver(bail, notice.at()) : given(bail.notices().get(place + 1).at())));
        }
        runs.put(BAIL_ENDS, days);
    }

    private static @Nullable Fate noticeOver(Bail bail, Instant given) {
        if (bail.end() != null) {
            return met(bail.end());
        }
        var step = bail.steps().getLast();
        return step.at().isAfter(given) ? extended(step) : null;
    }

    private static Fate given(Instant at) {
        return new Fate.Met(at, "Bail given to another day, " + UkTime.moment(at));
    }

    private static void victim(CustodyStanding standing, Map<String, List<ClockRun>> runs) {
        var victim = standing.victim();
        var from = victim.impossible() ? victim.releaseAt() : victim.decidedAt();
        if (from == null) {
            return;
        }
        var terms = victim.impossible()
                ? new Terms(
                        "Tell the victim of the release", from, "from the release: no decision was known before it", null,
                        null, Set.of(Circumstance.BEFORE_RELEASE_IMPOSSIBLE))
                : new Terms(
                        "Tell the victim before the release", from, "from the decision to release", victim.releaseAt(), null,
                        Set.of());
        Fate fate = victim.overReason() != null ? new Fate.Over(victim.overReason()) : met(victim.told());
        runs.put(VICTIM, List.of(ClockRun.of(terms, fate)));
    }

    private static @Nullable Fate met(@Nullable End end) {
        return end == null ? null : new Fate.Met(end.at(), end.evidence());
    }
}
