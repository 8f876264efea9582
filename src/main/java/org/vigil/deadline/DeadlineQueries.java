package org.vigil.deadline;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.deadline.data.DeadlineReads;
import org.vigil.deadline.rules.Deadline;
import org.vigil.shared.Page;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.Cursor;

/**
 * Reads deadlines for the board, for lists and for the pages of their subjects. Lists show what is the viewer's by duty
 * and area; a page that shows its subject may show all of the subject's clocks. Writes nothing to the audit log: the
 * screen or call that shows the rows does.
 */
@Component
public class DeadlineQueries {

    /** Lists count as far as this. */
    public static final int MOST_COUNTED = 1_000;

    /** As the database orders what has no due time. */
    private static final Instant PAUSED_LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final DeadlineReads reads;
    private final Catalogues catalogues;
    private final Clock clock;

    DeadlineQueries(DeadlineReads reads, Catalogues catalogues, Clock clock) {
        this.reads = reads;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /**
     * How many clocks run.
     *
     * @param breached open and past due
     * @param dueBefore open, not yet due, and due before the horizon
     * @param due open and not yet due
     * @param nextDueAt when the next of these is due, or null
     */
    public record Counts(int breached, int dueBefore, int due, @Nullable Instant nextDueAt) {}

    /** The viewer's running clocks counted in one go, for the daily board. */
    public Counts counts(Viewer viewer, Instant now, Instant horizon) {
        return reads.counts(
                DeadlineReach.rules(catalogues.current(), viewer),
                viewer,
                List.of(BREACHED, DUE.dueBefore(horizon), DUE),
                now);
    }

    /** Open and past due. */
    public static final DeadlineFilter BREACHED = DeadlineFilter.ALL.in(DeadlineState.BREACHED);

    /** Open and not yet due. */
    public static final DeadlineFilter DUE = DeadlineFilter.ALL.in(DeadlineState.OPEN, DeadlineState.DUE_SOON);

    private static final DeadlineFilter CURRENT = DeadlineFilter.ALL.in(
            DeadlineState.OPEN,
            DeadlineState.DUE_SOON,
            DeadlineState.BREACHED,
            DeadlineState.PAUSED,
            DeadlineState.MET,
            DeadlineState.MET_LATE,
            DeadlineState.CANCELLED);

    /** Everything opened since an instant and not replaced since, newest first. */
    public static DeadlineFilter newSince(Instant since) {
        return CURRENT.openedSince(since);
    }

    /** How many deadlines of the viewer's match. */
    public int count(DeadlineFilter filter, Viewer viewer, Instant now) {
        return reads.count(filter, DeadlineReach.rules(catalogues.current(), viewer), viewer, now);
    }

    /** As {@link #count}, for a list that says "1,000 or more": counting further would cost every screen at each change. */
    public int countUpTo(int limit, DeadlineFilter filter, Viewer viewer, Instant now) {
        return reads.countUpTo(
                limit, filter, DeadlineReach.rules(catalogues.current(), viewer), viewer, now);
    }

    /**
     * A page of the viewer's deadlines.
     *
     * @param from where the page begins, as an earlier page's {@code next} said; null for the first
     */
    public Page<DeadlineView> list(
            DeadlineFilter filter, Viewer viewer, Instant now, @Nullable Cursor from, int limit) {
        var catalogue = catalogues.current();
        var rows = reads.list(
                filter, DeadlineReach.rules(catalogue, viewer), viewer, now, from, limit + 1);
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit ? cursor(filter, rows.get(limit)).encode() : null;
        return new Page<>(views(page, catalogue, now), next);
    }

    private static Cursor cursor(DeadlineFilter filter, Deadline row) {
        var due = row.timing().dueAt();
        return new Cursor(filter.newestFirst() ? row.openedAt() : due == null ? PAUSED_LAST : due, row.id());
    }

    /** Every clock of one subject, the oldest first, replaced ones included. */
    public List<DeadlineView> of(SubjectRef subject) {
        return of(subject.type(), List.of(subject.id())).getOrDefault(subject.id(), List.of());
    }

    /** Every clock of many subjects of one type, by subject. */
    public Map<Long, List<DeadlineView>> of(SubjectType type, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : views(reads.of(type, ids), catalogues.current(), clock.instant()).stream()
                        .collect(groupingBy(view -> view.subject().id()));
    }

    /** When the next open clock of each of these subjects of one type is due; without those whose clocks are paused. */
    public Map<Long, Instant> due(SubjectType type, Collection<Long> ids) {
        return reads.due(type, ids);
    }

    private List<DeadlineView> views(List<Deadline> deadlines, Catalogue catalogue, Instant now) {
        var fired = reads.fired(deadlines.stream().map(Deadline::id).toList());
        return deadlines.stream()
                .map(deadline -> DeadlineView.of(
                        deadline,
                        catalogue.byId(deadline.ruleId()),
                        fired.getOrDefault(deadline.id(), List.of()),
                        now))
                .toList();
    }
}
