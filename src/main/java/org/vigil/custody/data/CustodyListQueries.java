package org.vigil.custody.data;

import static org.vigil.db.generated.Tables.CUSTODY_EVENT;
import static org.vigil.db.generated.Tables.CUSTODY_RECORD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.custody.CustodyCounts;
import org.vigil.custody.CustodyFilter;
import org.vigil.custody.CustodyFilter.Show;
import org.vigil.custody.CustodyRow;
import org.vigil.custody.CustodyState;
import org.vigil.shared.Page;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.Cursor;

/** Reads lists of custody records: what ends first stands first, or the newest does. */
@Component
public class CustodyListQueries {

    private static final int MOST_COUNTED = 1_000;
    private static final Duration ENDING = Duration.ofDays(14);
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final int LATELY = 500;

    private static final List<SelectField<?>> COLUMNS = List.of(
            CUSTODY_RECORD.ID,
            CUSTODY_RECORD.REFERENCE,
            CUSTODY_RECORD.STATION,
            CUSTODY_RECORD.AREA_ID,
            CUSTODY_RECORD.STATE,
            CUSTODY_RECORD.IN_CELL,
            CUSTODY_RECORD.SINCE,
            CUSTODY_RECORD.ARRESTED_AT,
            CUSTODY_RECORD.LIMIT_AT,
            CUSTODY_RECORD.OFFENCES,
            CUSTODY_RECORD.TWIN_KEY,
            CUSTODY_RECORD.VICTIM_DUE,
            CUSTODY_RECORD.DOMESTIC_ABUSE);

    private final DSLContext sql;

    CustodyListQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A page of the viewer's records.
     *
     * @param areaIds the filter's area with all areas inside it; empty where the filter names none
     * @param from where the page begins, or null for the first
     */
    public Page<CustodyRow> list(
            Viewer viewer,
            CustodyFilter filter,
            Collection<Long> areaIds,
            @Nullable Cursor from,
            int limit,
            Instant now) {
        var byLimit = filter.show().isByLimit();
        Field<Instant> at = byLimit
                ? DSL.coalesce(CUSTODY_RECORD.LIMIT_AT, DSL.val(NEVER, CUSTODY_RECORD.LIMIT_AT))
                : CUSTODY_RECORD.SINCE;
        var rows = new ArrayList<>(sql.select(COLUMNS)
                .from(CUSTODY_RECORD)
                .where(matching(viewer, filter, areaIds, now))
                .and(start(at, byLimit, from))
                .orderBy(byLimit ? at.asc() : at.desc(), byLimit ? CUSTODY_RECORD.ID.asc() : CUSTODY_RECORD.ID.desc())
                .limit(limit + 1)
                .fetch(CustodyListQueries::row));
        var page = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(page, rows.size() > limit ? cursor(rows.get(limit), byLimit).encode() : null);
    }

    private static Cursor cursor(CustodyRow row, boolean byLimit) {
        return new Cursor(byLimit ? row.limitAt() == null ? NEVER : row.limitAt() : row.since(), row.id());
    }

    private static Condition start(Field<Instant> at, boolean byLimit, @Nullable Cursor from) {
        if (from == null) {
            return DSL.noCondition();
        }
        return byLimit
                ? at.gt(from.at()).or(at.eq(from.at()).and(CUSTODY_RECORD.ID.ge(from.id())))
                : at.lt(from.at()).or(at.eq(from.at()).and(CUSTODY_RECORD.ID.le(from.id())));
    }

    /** How many there are; negative where there are more than a thousand. */
    public int count(Viewer viewer, CustodyFilter filter, Collection<Long> areaIds, Instant now) {
        var counted = sql.fetchCount(sql.select(DSL.one().as("one"))
                .from(CUSTODY_RECORD)
                .where(matching(viewer, filter, areaIds, now))
                .limit(MOST_COUNTED + 1));
        return counted > MOST_COUNTED ? -1 : counted;
    }

    /** @param areaIds empty means everything that the viewer covers */
    public CustodyCounts counts(Viewer viewer, Collection<Long> areaIds, Instant now) {
        var onBail = CUSTODY_RECORD.STATE.eq(CustodyState.ON_BAIL.name());
        var over = CUSTODY_RECORD.LIMIT_AT.le(now);
        return sql.select(
                        DSL.count(DSL.when(CUSTODY_RECORD.IN_CELL.isTrue(), 1)),
                        DSL.count(DSL.when(CUSTODY_RECORD.IN_CELL.isTrue().and(over), 1)),
                        DSL.count(DSL.when(onBail, 1)),
                        DSL.count(DSL.when(onBail.and(CUSTODY_RECORD.LIMIT_AT.le(now.plus(ENDING))), 1)))
                .from(CUSTODY_RECORD)
                .where(CustodyReads.visibleTo(viewer))
                .and(CUSTODY_RECORD.IN_CELL.isTrue().or(onBail))
                .and(areaIds.isEmpty() ? DSL.noCondition() : CUSTODY_RECORD.AREA_ID.in(areaIds))
                .fetchSingle(Records.mapping(CustodyCounts::new));
    }

    /** Differs after each event that anybody told. */
    public String marker() {
        var newest = CUSTODY_EVENT.as("newest");
        var last = DSL.select(DSL.max(CUSTODY_EVENT.ID)).from(CUSTODY_EVENT).asField("last");
        // Keys are not committed in their order: one that comes late shows in the number of the latest.
        var lately = DSL.selectCount()
                .from(CUSTODY_EVENT)
                .where(CUSTODY_EVENT.ID.gt(DSL.select(DSL.max(newest.ID).minus(LATELY)).from(newest)))
                .asField("lately");
        var found = sql.select(last, lately).fetchSingle();
        return found.value1() + "|" + found.value2();
    }

    private static Condition matching(Viewer viewer, CustodyFilter filter, Collection<Long> areaIds, Instant now) {
        var matching = CustodyReads.visibleTo(viewer).and(shown(filter.show(), now));
        return filter.areaId() == null ? matching : matching.and(CUSTODY_RECORD.AREA_ID.in(areaIds));
    }

    private static Condition shown(Show show, Instant now) {
        return switch (show) {
            case IN_CUSTODY -> CUSTODY_RECORD.IN_CELL.isTrue();
            case ON_BAIL -> CUSTODY_RECORD.STATE.eq(CustodyState.ON_BAIL.name());
            case BAIL_ENDING -> CUSTODY_RECORD.STATE.eq(CustodyState.ON_BAIL.name())
                    .and(CUSTODY_RECORD.LIMIT_AT.le(now.plus(ENDING)));
            case UNDER_INVESTIGATION -> CUSTODY_RECORD.STATE.eq(CustodyState.UNDER_INVESTIGATION.name());
            case ENDED -> CUSTODY_RECORD.IN_CELL.isFalse()
                    .and(CUSTODY_RECORD.STATE.notIn(
                            CustodyState.ON_BAIL.name(), CustodyState.UNDER_INVESTIGATION.name()));
            case ALL -> DSL.trueCondition();
        };
    }

    private static CustodyRow row(Record row) {
        return new CustodyRow(
                row.get(CUSTODY_RECORD.ID),
                row.get(CUSTODY_RECORD.REFERENCE),
                "Name not given",
                row.get(CUSTODY_RECORD.STATION),
                row.get(CUSTODY_RECORD.AREA_ID),
                CustodyState.valueOf(row.get(CUSTODY_RECORD.STATE)),
                row.get(CUSTODY_RECORD.IN_CELL),
                row.get(CUSTODY_RECORD.SINCE),
                row.get(CUSTODY_RECORD.ARRESTED_AT),
                row.get(CUSTODY_RECORD.LIMIT_AT),
                row.get(CUSTODY_RECORD.OFFENCES),
                row.get(CUSTODY_RECORD.TWIN_KEY) != null,
                row.get(CUSTODY_RECORD.VICTIM_DUE),
                row.get(CUSTODY_RECORD.DOMESTIC_ABUSE));
    }
}
