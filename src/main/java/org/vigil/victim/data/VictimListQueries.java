package org.vigil.victim.data;

import static org.vigil.db.generated.Tables.CASE_FILE;
import static org.vigil.db.generated.Tables.CASE_PARTY;
import static org.vigil.db.generated.Tables.DEADLINE;
import static org.vigil.db.generated.Tables.VICTIM_CONTACT;
import static org.vigil.db.generated.Tables.VICTIM_UPDATE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.casework.CaseRole;
import org.vigil.incident.RiskGrade;
import org.vigil.shared.Page;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.Cursor;
import org.vigil.victim.ContactOutcome;
import org.vigil.victim.UpdateKind;
import org.vigil.victim.UpdateState;
import org.vigil.victim.VictimFilter.Show;
import org.vigil.victim.VictimRow;
import org.vigil.victim.rules.UpdateClock;

/** Reads lists of victims: who is to be told, the earliest due first; who was told, the latest first; who was not reached. */
@Component
public class VictimListQueries {

    private static final int MOST_COUNTED = 1_000;
    /** Places are numbers within a case: together with the case's key they make one of their own. */
    private static final long PLACES = 32_768;

    /** As what has no clock is sorted: behind all that has one. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private static final Field<Instant> DUE = DSL.coalesce(DEADLINE.DUE_AT, DSL.inline(LAST, DEADLINE.DUE_AT));

    private final DSLContext sql;

    VictimListQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A page of the viewer's victims.
     *
     * @param areaIds the filter's area with all areas inside it; empty where the filter names none
     * @param from where the page begins, or null for the first
     */
    public Page<VictimRow> list(
            Viewer viewer, Show show, Collection<Long> areaIds, @Nullable Cursor from, int limit, Instant now) {
        var rows = show == Show.HIGH_RISK_NOT_REACHED
                ? notReached(viewer, areaIds, from, limit + 1)
                : updates(viewer, show, areaIds, from, limit + 1, now);
        var page = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(page, rows.size() > limit ? cursor(show, rows.get(limit)).encode() : null);
    }

    /** How many there are, as far as a thousand. */
    public int count(Viewer viewer, Show show, Collection<Long> areaIds, Instant now) {
        var one = DSL.one().as("one");
        return show == Show.HIGH_RISK_NOT_REACHED
                ? sql.fetchCount(sql.select(one)
                        .from(CASE_FILE)
                        .join(CASE_PARTY)
                        .on(CASE_PARTY.CASE_ID.eq(CASE_FILE.ID))
                        .where(isNotReached(viewer, areaIds))
                        .limit(MOST_COUNTED))
                : sql.fetchCount(sql.select(one)
                        .from(VICTIM_UPDATE)
                        .join(CASE_FILE)
                        .on(CASE_FILE.ID.eq(VICTIM_UPDATE.CASE_ID))
                        .leftJoin(DEADLINE)
                        .on(isItsClock())
                        .where(isShown(viewer, show, areaIds, now))
                        .limit(MOST_COUNTED));
    }

    private List<VictimRow> updates(
            Viewer viewer, Show show, Collection<Long> areaIds, @Nullable Cursor from, int limit, Instant now) {
        var told = show == Show.TOLD;
        var place = told ? VICTIM_UPDATE.SETTLED_AT : DUE;
        var failed = failedSince(VICTIM_UPDATE.CASE_ID, VICTIM_UPDATE.PLACE, VICTIM_UPDATE.EVENT_AT);
        var begins = from == null
                ? DSL.noCondition()
                : told
                        ? DSL.row(place, VICTIM_UPDATE.ID).le(from.at(), from.id())
                        : DSL.row(place, VICTIM_UPDATE.ID).ge(from.at(), from.id());
        return sql.select(
                        VICTIM_UPDATE.ID,
                        VICTIM_UPDATE.CASE_ID,
                        VICTIM_UPDATE.PLACE,
                        VICTIM_UPDATE.KIND,
                        VICTIM_UPDATE.ENHANCED,
                        VICTIM_UPDATE.EVENT_AT,
                        VICTIM_UPDATE.SETTLED_AT,
                        DEADLINE.DUE_AT,
                        CASE_FILE.REFERENCE,
                        CASE_FILE.AREA_ID,
                        CASE_FILE.RISK_GRADE,
                        failed)
                .from(VICTIM_UPDATE)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(VICTIM_UPDATE.CASE_ID))
                .leftJoin(DEADLINE)
                .on(isItsClock())
                .where(isShown(viewer, show, areaIds, now))
                .and(begins)
                .orderBy(
                        told ? place.desc() : place.asc(), told ? VICTIM_UPDATE.ID.desc() : VICTIM_UPDATE.ID.asc())
                .limit(limit)
                .fetch(row -> new VictimRow(
                        row.get(VICTIM_UPDATE.CASE_ID),
                        row.get(VICTIM_UPDATE.PLACE),
                        row.get(VICTIM_UPDATE.ID),
                        row.get(CASE_FILE.REFERENCE),
                        row.get(CASE_FILE.AREA_ID),
                        grade(row.get(CASE_FILE.RISK_GRADE)),
                        UpdateKind.valueOf(row.get(VICTIM_UPDATE.KIND)),
                        row.get(VICTIM_UPDATE.ENHANCED),
                        row.get(VICTIM_UPDATE.EVENT_AT),
                        row.get(DEADLINE.DUE_AT),
                        row.get(VICTIM_UPDATE.SETTLED_AT),
                        row.get(failed)));
    }

    private List<VictimRow> notReached(Viewer viewer, Collection<Long> areaIds, @Nullable Cursor from, int limit) {
        var failed = failedSince(CASE_FILE.ID, CASE_PARTY.PLACE, CASE_FILE.REPORTED_AT);
        var begins = from == null
                ? DSL.noCondition()
                : DSL.row(CASE_FILE.REPORTED_AT, CASE_FILE.ID, CASE_PARTY.PLACE)
                        .ge(from.at(), from.id() / PLACES, (short) (from.id() % PLACES));
        return sql.select(
                        CASE_FILE.ID,
                        CASE_PARTY.PLACE,
                        CASE_FILE.REFERENCE,
                        CASE_FILE.AREA_ID,
                        CASE_FILE.RISK_GRADE,
                        CASE_FILE.REPORTED_AT,
                        failed)
                .from(CASE_FILE)
                .join(CASE_PARTY)
                .on(CASE_PARTY.CASE_ID.eq(CASE_FILE.ID))
                .where(isNotReached(viewer, areaIds))
                .and(begins)
                .orderBy(CASE_FILE.REPORTED_AT, CASE_FILE.ID, CASE_PARTY.PLACE)
                .limit(limit)
                .fetch(row -> new VictimRow(
                        row.get(CASE_FILE.ID),
                        row.get(CASE_PARTY.PLACE),
                        null,
                        row.get(CASE_FILE.REFERENCE),
                        row.get(CASE_FILE.AREA_ID),
                        grade(row.get(CASE_FILE.RISK_GRADE)),
                        null,
                        false,
                        row.get(CASE_FILE.REPORTED_AT),
                        null,
                        null,
                        row.get(failed)));
    }

    private static Condition isShown(Viewer viewer, Show show, Collection<Long> areaIds, Instant now) {
        var visible = CaseGround.visibleTo(viewer).and(within(areaIds));
        return switch (show) {
            case TO_TELL -> visible.and(VICTIM_UPDATE.STATE.eq(UpdateState.TO_TELL.name()));
            case OVERDUE -> visible.and(VICTIM_UPDATE.STATE.eq(UpdateState.TO_TELL.name())).and(DEADLINE.DUE_AT.le(now));
            case TOLD -> visible.and(VICTIM_UPDATE.STATE.eq(UpdateState.TOLD.name()));
            case HIGH_RISK_NOT_REACHED -> throw new IllegalArgumentException("a list of cases");
        };
    }

    /** High risk, and nobody spoke to the victim since the report. */
    private static Condition isNotReached(Viewer viewer, Collection<Long> areaIds) {
        return CaseGround.visibleTo(viewer)
                .and(within(areaIds))
                .and(CASE_FILE.STATE.eq("OPEN"))
                .and(CASE_FILE.RISK_GRADE.eq(RiskGrade.HIGH.name()))
                .and(CASE_PARTY.ROLE.eq(CaseRole.VICTIM.name()))
                .and(CASE_PARTY.REMOVED_AT.isNull())
                .andNotExists(DSL.selectOne()
                        .from(VICTIM_CONTACT)
                        .where(VICTIM_CONTACT.CASE_ID.eq(CASE_FILE.ID))
                        .and(VICTIM_CONTACT.PLACE.eq(CASE_PARTY.PLACE))
                        .and(VICTIM_CONTACT.OUTCOME.eq(ContactOutcome.REACHED.name()))
                        .and(VICTIM_CONTACT.AT.ge(CASE_FILE.REPORTED_AT)));
    }

    private static Condition within(Collection<Long> areaIds) {
        return areaIds.isEmpty() ? DSL.noCondition() : CASE_FILE.AREA_ID.in(areaIds);
    }

    private static Condition isItsClock() {
        return DEADLINE.SUBJECT_TYPE.eq(SubjectType.VICTIM_UPDATE.name())
                .and(DEADLINE.SUBJECT_ID.eq(VICTIM_UPDATE.ID))
                .and(DEADLINE.RULE_CODE.in(UpdateClock.RULES))
                .and(DEADLINE.STATUS.eq("RUNNING"));
    }

    private static Field<Integer> failedSince(Field<Long> caseId, Field<Short> place, Field<Instant> since) {
        return DSL.field(DSL.selectCount()
                        .from(VICTIM_CONTACT)
                        .where(VICTIM_CONTACT.CASE_ID.eq(caseId))
                        .and(VICTIM_CONTACT.PLACE.eq(place))
                        .and(VICTIM_CONTACT.OUTCOME.ne(ContactOutcome.REACHED.name()))
                        .and(VICTIM_CONTACT.AT.ge(since)))
                .as("failed");
    }

    private static Cursor cursor(Show show, VictimRow row) {
        return switch (show) {
            case HIGH_RISK_NOT_REACHED -> new Cursor(row.at(), row.caseId() * PLACES + row.place());
            case TOLD -> new Cursor(Objects.requireNonNull(row.toldAt()), Objects.requireNonNull(row.updateId()));
            case TO_TELL, OVERDUE -> new Cursor(
                    Objects.requireNonNullElse(row.dueAt(), LAST), Objects.requireNonNull(row.updateId()));
        };
    }

    private static @Nullable RiskGrade grade(@Nullable String name) {
        return name == null ? null : RiskGrade.valueOf(name);
    }
}
