package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.incident.CallFilter;
import org.vigil.incident.CallRow;
import org.vigil.incident.CallState;
import org.vigil.incident.Disposal;
import org.vigil.incident.data.CallCursor.Group;
import org.vigil.shared.Page;
import org.vigil.shared.Viewer;

/**
 * Reads lists of calls: those that wait first, the longest overdue on top, then those that lack the time of their arrival,
 * then the others, newest first.
 */
@Component
public class CallListQueries {

    private static final int MOST_COUNTED = 1_000;

    /** Nobody is on the way any more; its clock may still wait for the time of the arrival. */
    static final Condition IS_OVER = INCIDENT.CLOSED_AT.isNotNull()
            .or(INCIDENT.DISPOSAL.isNotNull().and(INCIDENT.DISPOSAL.eq(Disposal.ATTENDED.name())));

    private static final List<SelectField<?>> COLUMNS = List.of(
            INCIDENT.ID,
            INCIDENT.REFERENCE,
            INCIDENT.RECEIVED_AT,
            INCIDENT.GRADE,
            INCIDENT.FIRST_GRADE,
            INCIDENT.DISPOSAL,
            INCIDENT.ADDRESS_LINE,
            INCIDENT.POSTCODE,
            INCIDENT.AREA_ID,
            INCIDENT.CHILDREN_PRESENT,
            INCIDENT.CLOSED_AT,
            INCIDENT.FLAGGED,
            INCIDENT.FLAG_REMOVED,
            INCIDENT.LOWERED,
            INCIDENT.TIMES_IMPOSSIBLE,
            INCIDENT.ATTEND_GRADE,
            INCIDENT.ATTEND_BY,
            INCIDENT.ATTEND_WARN_AT,
            INCIDENT.FIRST_ATTEND_BY,
            INCIDENT.ATTENDED_AT,
            INCIDENT.WAITING_BY,
            INCIDENT.CRIME_SETTLED_AT);

    private final DSLContext sql;

    CallListQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A page of the viewer's calls.
     *
     * @param areaIds the filter's area with all areas inside it; empty where the filter names none
     * @param from where the page begins, or null for the first
     */
    public Page<CallRow> list(
            Viewer viewer,
            CallFilter filter,
            Collection<Long> areaIds,
            @Nullable CallCursor from,
            int limit,
            Instant now) {
        var matching = matching(viewer, filter, areaIds, now);
        var rows = new ArrayList<CallRow>();
        for (var group : Group.values()) {
            var starts = from != null && from.group() == group;
            var isAhead = from == null || group.compareTo(from.group()) > 0;
            if ((starts || isAhead) && rows.size() <= limit) {
                rows.addAll(group(group, matching.and(within(group, filter, now)), starts ? from : null, limit + 1
                        - rows.size()));
            }
        }
        var page = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(page, rows.size() > limit ? CallCursor.of(rows.get(limit)).encode() : null);
    }

    /** How many there are; negative where there are more than a thousand. */
    public int count(Viewer viewer, CallFilter filter, Collection<Long> areaIds, Instant now) {
        var matching = matching(viewer, filter, areaIds, now)
                .and(INCIDENT.WAITING_BY.isNotNull().or(since(filter, now)));
        var counted = sql.fetchCount(
                sql.select(DSL.one().as("one")).from(INCIDENT).where(matching).limit(MOST_COUNTED + 1));
        return counted > MOST_COUNTED ? -1 : counted;
    }

    /**
     * Calls for which officers are awaited: how many past their target, how many nearly.
     *
     * @param areaIds empty means everything that the viewer covers
     */
    public Waiting waiting(Viewer viewer, Collection<Long> areaIds, Instant now) {
        var late = DSL.count(DSL.when(INCIDENT.WAITING_BY.le(now), 1));
        var nearly = DSL.count(DSL.when(INCIDENT.WAITING_BY.gt(now).and(INCIDENT.ATTEND_WARN_AT.le(now)), 1));
        return sql.select(late, nearly)
                .from(INCIDENT)
                .where(INCIDENT.WAITING_BY.isNotNull())
                .and(DSL.not(IS_OVER))
                .and(CallQueries.visibleTo(viewer))
                .and(areaIds.isEmpty() ? DSL.noCondition() : INCIDENT.AREA_ID.in(areaIds))
                .fetchSingle(Records.mapping(Waiting::new));
    }

    /** How many calls wait past their target, and how many nearly. */
    public record Waiting(int late, int nearlyLate) {}

    /** Calls with an attendance target received since an instant: how many by grade, and how many of them late. */
    public Map<String, Measured> attendance(Viewer viewer, Instant since, Instant now) {
        var late = DSL.count(DSL.when(late(now), 1)).as("late");
        var grade = DSL.coalesce(INCIDENT.ATTEND_GRADE, DSL.inline("")).as("by_grade");
        return sql.select(grade, DSL.count().as("measured"), late)
                .from(INCIDENT)
                .where(CallQueries.visibleTo(viewer))
                .and(INCIDENT.RECEIVED_AT.ge(since))
                .and(INCIDENT.FLAGGED.isTrue())
                .and(INCIDENT.ATTEND_BY.isNotNull())
                .and(INCIDENT.ATTENDED_AT.isNotNull().or(INCIDENT.WAITING_BY.isNotNull()))
                .groupBy(grade)
                .fetchMap(
                        row -> row.get(grade),
                        row -> new Measured(row.get("measured", Integer.class), row.get(late)));
    }

    /** Of one grade: how many calls had a target, and how many missed it. */
    public record Measured(int calls, int late) {}

    /** Domestic abuse calls received since an instant, newest first. */
    public List<CallRow> receivedSince(Viewer viewer, Instant since, int limit) {
        return sql.select(COLUMNS)
                .from(INCIDENT)
                .where(newSince(viewer, since))
                .orderBy(INCIDENT.RECEIVED_AT.desc(), INCIDENT.ID.desc())
                .limit(limit)
                .fetch(CallListQueries::row);
    }

    public boolean areThereAny() {
        return sql.fetchExists(INCIDENT);
    }

    /** How many domestic abuse calls were received since an instant. */
    public int countReceivedSince(Viewer viewer, Instant since) {
        return sql.fetchCount(INCIDENT, newSince(viewer, since));
    }

    private static Condition newSince(Viewer viewer, Instant since) {
        return CallQueries.visibleTo(viewer)
                .and(INCIDENT.RECEIVED_AT.ge(since))
                .and(INCIDENT.FLAGGED.isTrue().or(INCIDENT.FLAG_REMOVED.isTrue()));
    }

    private static Condition within(Group group, CallFilter filter, Instant now) {
        return switch (group) {
            case WAITING -> DSL.not(IS_OVER);
            case UNTIMED -> IS_OVER;
            case OTHERS -> since(filter, now);
        };
    }

    private List<CallRow> group(Group group, Condition matching, @Nullable CallCursor from, int limit) {
        return group == Group.OTHERS ? others(matching, from, limit) : byTarget(matching, from, limit);
    }

    private List<CallRow> byTarget(Condition matching, @Nullable CallCursor from, int limit) {
        var start = from == null
                ? DSL.noCondition()
                : INCIDENT.WAITING_BY.gt(from.at())
                        .or(INCIDENT.WAITING_BY.eq(from.at()).and(INCIDENT.ID.ge(from.id())));
        return sql.select(COLUMNS)
                .from(INCIDENT)
                .where(INCIDENT.WAITING_BY.isNotNull())
                .and(matching)
                .and(start)
                .orderBy(INCIDENT.WAITING_BY, INCIDENT.ID)
                .limit(limit)
                .fetch(CallListQueries::row);
    }

    private List<CallRow> others(Condition matching, @Nullable CallCursor from, int limit) {
        var start = from == null
                ? DSL.noCondition()
                : INCIDENT.RECEIVED_AT.lt(from.at())
                        .or(INCIDENT.RECEIVED_AT.eq(from.at()).and(INCIDENT.ID.le(from.id())));
        return sql.select(COLUMNS)
                .from(INCIDENT)
                .where(INCIDENT.WAITING_BY.isNull())
                .and(matching)
                .and(start)
                .orderBy(INCIDENT.RECEIVED_AT.desc(), INCIDENT.ID.desc())
                .limit(limit)
                .fetch(CallListQueries::row);
    }

    private static Condition matching(Viewer viewer, CallFilter filter, Collection<Long> areaIds, Instant now) {
        var matching = CallQueries.visibleTo(viewer).and(shown(filter.show(), now));
        if (filter.areaId() != null) {
            matching = matching.and(INCIDENT.AREA_ID.in(Set.copyOf(areaIds)));
        }
        return filter.grade() == null ? matching : matching.and(INCIDENT.GRADE.eq(filter.grade()));
    }

    private static Condition shown(CallFilter.Show show, Instant now) {
        var watched = INCIDENT.FLAGGED.isTrue().or(INCIDENT.FLAG_REMOVED.isTrue());
        return switch (show) {
            case ALL -> watched;
            case LATE -> watched.and(late(now));
            case NEARLY_LATE -> watched.and(INCIDENT.WAITING_BY.gt(now)).and(INCIDENT.ATTEND_WARN_AT.le(now));
            case DOWNGRADED -> watched.and(INCIDENT.LOWERED.isTrue());
            case FLAG_REMOVED -> INCIDENT.FLAG_REMOVED.isTrue();
            case NO_DEPLOYMENT -> watched.and(INCIDENT.DISPOSAL.eq(Disposal.RESOLVED_WITHOUT_DEPLOYMENT.name()));
            case NO_CRIME -> INCIDENT.FLAGGED.isTrue().and(INCIDENT.CRIME_SETTLED_AT.isNull());
            case TIMES_IMPOSSIBLE -> watched.and(INCIDENT.TIMES_IMPOSSIBLE.isTrue());
            case NOT_FLAGGED -> INCIDENT.FLAGGED.isFalse();
        };
    }

    private static Condition late(Instant now) {
        return INCIDENT.WAITING_BY.le(now).or(INCIDENT.ATTENDED_AT.ge(INCIDENT.ATTEND_BY));
    }

    private static Condition since(CallFilter filter, Instant now) {
        return switch (filter.period()) {
            case DAY -> INCIDENT.RECEIVED_AT.ge(now.minus(Duration.ofDays(1)));
            case WEEK -> INCIDENT.RECEIVED_AT.ge(now.minus(Duration.ofDays(7)));
            case ALL -> DSL.noCondition();
        };
    }

    private static CallRow row(Record row) {
        return new CallRow(
                row.get(INCIDENT.ID),
                row.get(INCIDENT.REFERENCE),
                row.get(INCIDENT.RECEIVED_AT),
                row.get(INCIDENT.GRADE),
                row.get(INCIDENT.FIRST_GRADE),
                CallQueries.value(Disposal.class, row.get(INCIDENT.DISPOSAL)),
                row.get(INCIDENT.ADDRESS_LINE),
                row.get(INCIDENT.POSTCODE),
                row.get(INCIDENT.AREA_ID),
                row.get(INCIDENT.CHILDREN_PRESENT),
                row.get(INCIDENT.CLOSED_AT),
                new CallState(
                        row.get(INCIDENT.FLAGGED),
                        row.get(INCIDENT.FLAG_REMOVED),
                        row.get(INCIDENT.LOWERED),
                        row.get(INCIDENT.TIMES_IMPOSSIBLE),
                        row.get(INCIDENT.ATTEND_GRADE),
                        row.get(INCIDENT.ATTEND_BY),
                        row.get(INCIDENT.ATTEND_WARN_AT),
                        row.get(INCIDENT.FIRST_ATTEND_BY),
                        row.get(INCIDENT.ATTENDED_AT),
                        row.get(INCIDENT.WAITING_BY),
                        row.get(INCIDENT.CRIME_SETTLED_AT)));
    }
}
