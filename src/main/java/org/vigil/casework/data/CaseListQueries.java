package org.vigil.casework.data;

import static org.vigil.db.generated.Tables.CASE_CALL;
import static org.vigil.db.generated.Tables.CASE_CRIME;
import static org.vigil.db.generated.Tables.CASE_FILE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.casework.CaseCounts;
import org.vigil.casework.CaseFilter;
import org.vigil.casework.CaseFilter.Show;
import org.vigil.casework.CaseState;
import org.vigil.shared.Page;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.Cursor;

/** Chooses the cases of a list: what has waited longest first, or the newest report where nothing waits. */
@Component
public class CaseListQueries {

    private static final int MOST_COUNTED = 1_000;
    private static final int RELEASE_DAYS = 60;

    private final DSLContext sql;

    CaseListQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** By what a list is ordered. */
    private record Order(Field<?> by, boolean latestFirst) {}

    /**
     * The keys of a page of the viewer's cases, in the list's order.
     *
     * @param areaIds the filter's area with all areas inside it
     * @param from where the page begins, or null for the first
     */
    public Page<Long> list(
            Viewer viewer, CaseFilter filter, Collection<Long> areaIds, @Nullable Cursor from, int limit, Instant now) {
        var order = order(filter.show());
        var by = order.by();
        var rows = sql.select(CASE_FILE.ID, by)
                .from(CASE_FILE)
                .where(matching(viewer, filter, areaIds, now))
                .and(from == null ? DSL.noCondition() : starting(order, from))
                .orderBy(sorted(order))
                .limit(limit + 1)
                .fetch();
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit
                ? new Cursor(instant(rows.get(limit).value2()), rows.get(limit).value1()).encode()
                : null;
        return new Page<>(page.stream().map(row -> row.value1()).toList(), next);
    }

    /** How many there are; negative where there are more than a thousand. */
    public int count(Viewer viewer, CaseFilter filter, Collection<Long> areaIds, Instant now) {
        var counted = sql.fetchCount(sql.select(DSL.one().as("one"))
                .from(CASE_FILE)
                .where(matching(viewer, filter, areaIds, now))
                .limit(MOST_COUNTED + 1));
        return counted > MOST_COUNTED ? -1 : counted;
    }

    /** How many of the viewer's cases stand under each heading of the open ones. */
    public CaseCounts counts(Viewer viewer, Collection<Long> areaIds, @Nullable Long areaId, Instant now) {
        var counts = new EnumMap<Show, Integer>(Show.class);
        for (var show : Show.values()) {
            if (show != Show.CLOSED) {
                counts.put(show, count(viewer, new CaseFilter(show, areaId, null), areaIds, now));
            }
        }
        return new CaseCounts(counts);
    }

    /** Cases with an instant by which they must have a lead officer that is past, for the engine. */
    public List<Long> unallocated(Instant now, int limit) {
        return sql.select(CASE_FILE.ID)
                .from(CASE_FILE)
                .where(CASE_FILE.ALLOCATE_BY.le(now))
                .orderBy(CASE_FILE.ALLOCATE_BY, CASE_FILE.ID)
                .limit(limit)
                .fetch(CASE_FILE.ID);
    }

    private static Condition matching(Viewer viewer, CaseFilter filter, Collection<Long> areaIds, Instant now) {
        var matching = CaseQueries.visibleTo(viewer);
        if (filter.areaId() != null) {
            matching = matching.and(CASE_FILE.AREA_ID.in(Set.copyOf(areaIds)));
        }
        // Whoever knows what a case is called means that case, however it stands.
        return filter.reference() == null
                ? matching.and(shown(filter.show(), now))
                : matching.and(called(filter.reference()));
    }

    private static Condition called(String reference) {
        var typed = reference.strip();
        return CASE_FILE.REFERENCE.startsWith(typed)
                .or(CASE_FILE.REFERENCE.startsWith(typed.toUpperCase(java.util.Locale.UK)))
                .or(CASE_FILE.ID.in(DSL.select(CASE_CRIME.CASE_ID).from(CASE_CRIME).where(CASE_CRIME.REFERENCE.eq(typed))))
                .or(CASE_FILE.ID.in(DSL.select(CASE_CALL.CASE_ID)
                        .from(CASE_CALL)
                        .where(CASE_CALL.INCIDENT_REFERENCE.eq(typed))));
    }

    private static Condition shown(Show show, Instant now) {
        var open = CASE_FILE.STATE.eq(CaseState.OPEN.name());
        var today = UkTime.localDay(now);
        return switch (show) {
            case ATTENTION -> open.and(CASE_FILE.ATTENTION_AT.le(now));
            case OUTSTANDING -> open.and(CASE_FILE.OUTSTANDING.gt(0));
            case UNALLOCATED -> open.and(CASE_FILE.LEAD_NAME.isNull()).and(CASE_FILE.LEAD_COLLAR.isNull());
            case NOT_ASSESSED -> open.and(CASE_FILE.RISK_GRADE.isNull());
            case REVIEW_OVERDUE -> open.and(CASE_FILE.REVIEW_DUE_AT.le(now));
            case RELEASES -> open.and(CASE_FILE.RELEASE_ON.between(today, today.plusDays(RELEASE_DAYS)));
            case OPEN -> open;
            case CLOSED -> CASE_FILE.STATE.eq(CaseState.CLOSED.name());
        };
    }

    private static Order order(Show show) {
        return switch (show) {
            case ATTENTION -> new Order(CASE_FILE.ATTENTION_AT, false);
            case OUTSTANDING -> new Order(CASE_FILE.OUTSTANDING_SINCE, false);
            case REVIEW_OVERDUE -> new Order(CASE_FILE.REVIEW_DUE_AT, false);
            case RELEASES -> new Order(CASE_FILE.RELEASE_ON, false);
            case UNALLOCATED, NOT_ASSESSED -> new Order(CASE_FILE.REPORTED_AT, false);
            case OPEN, CLOSED -> new Order(CASE_FILE.REPORTED_AT, true);
        };
    }

    private static List<OrderField<?>> sorted(Order order) {
        return order.latestFirst()
                ? List.of(order.by().desc(), CASE_FILE.ID.desc())
                : List.of(order.by().asc(), CASE_FILE.ID.asc());
    }

    @SuppressWarnings("unchecked")
    private static Condition starting(Order order, Cursor from) {
        if (order.by().getType() == LocalDate.class) {
            var by = (Field<LocalDate>) order.by();
            var day = UkTime.localDay(from.at());
            return by.gt(day).or(by.eq(day).and(CASE_FILE.ID.ge(from.id())));
        }
        var by = (Field<Instant>) order.by();
        return order.latestFirst()
                ? by.lt(from.at()).or(by.eq(from.at()).and(CASE_FILE.ID.le(from.id())))
                : by.gt(from.at()).or(by.eq(from.at()).and(CASE_FILE.ID.ge(from.id())));
    }

    private static Instant instant(@Nullable Object value) {
        return switch (value) {
            case LocalDate day -> UkTime.startOf(day);
            case Instant at -> at;
            case null, default -> Instant.EPOCH;
        };
    }
}
