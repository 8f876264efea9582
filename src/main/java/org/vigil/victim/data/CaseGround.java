package org.vigil.victim.data;

import static org.vigil.db.generated.Tables.CASE_FILE;
import static org.vigil.db.generated.Tables.CASE_PARTY;
import static org.vigil.db.generated.Tables.CASE_SUSPECT_HISTORY;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.casework.CaseRole;
import org.vigil.casework.SuspectStatus;
import org.vigil.db.OwnRecords;
import org.vigil.db.generated.tables.records.CaseFileRecord;
import org.vigil.incident.RiskGrade;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.victim.CaseOfVictim;

/** Reads what the victim's side needs to know of cases. */
@Component
public class CaseGround {

    private final DSLContext sql;

    CaseGround(DSLContext sql) {
        this.sql = sql;
    }

    /** One case, if the viewer's areas cover it. */
    public Optional<CaseOfVictim> byId(Viewer viewer, long id) {
        return cases(sql.selectFrom(CASE_FILE).where(CASE_FILE.ID.eq(id)).and(visibleTo(viewer)).fetch())
                .stream().findFirst();
    }

    /** Those of these cases that the viewer's areas cover. */
    public List<CaseOfVictim> visible(Viewer viewer, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : cases(sql.selectFrom(CASE_FILE)
                        .where(CASE_FILE.ID.in(ids))
                        .and(visibleTo(viewer))
                        .orderBy(CASE_FILE.ID)
                        .fetch());
    }

    /** One case with its row locked until the transaction ends: nobody changes the victim's side meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CaseOfVictim> lock(Viewer viewer, long id) {
        return cases(sql.selectFrom(CASE_FILE).where(CASE_FILE.ID.eq(id)).and(visibleTo(viewer)).forUpdate().fetch())
                .stream().findFirst();
    }

    /** These cases, whoever asks: for rules, never for a screen. */
    public List<CaseOfVictim> all(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : cases(sql.selectFrom(CASE_FILE).where(CASE_FILE.ID.in(ids)).orderBy(CASE_FILE.ID).fetch());
    }

    /** A case without an area concerns the whole force, and so everybody but those whom it names. */
    static Condition visibleTo(Viewer viewer) {
        var inReach = viewer.coversWholeForce()
                ? DSL.trueCondition()
                : CASE_FILE.AREA_ID.in(viewer.areaIds()).or(CASE_FILE.AREA_ID.isNull());
        return inReach.and(OwnRecords.notNaming(viewer, SubjectType.CASE, CASE_FILE.ID));
    }

    private List<CaseOfVictim> cases(Result<CaseFileRecord> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.getValues(CASE_FILE.ID);
        var people = sql.select(CASE_PARTY.CASE_ID, CASE_PARTY.ROLE, CASE_PARTY.PLACE)
                .from(CASE_PARTY)
                .where(CASE_PARTY.CASE_ID.in(ids), CASE_PARTY.REMOVED_AT.isNull())
                .orderBy(CASE_PARTY.CASE_ID, CASE_PARTY.PLACE)
                .fetchGroups(CASE_PARTY.CASE_ID);
        var charged = charged(ids);
        return rows.stream()
                .map(row -> {
                    var places = new HashMap<String, List<Integer>>();
                    var named = people.get(row.getId());
                    if (named != null) {
                        named.intoGroups(CASE_PARTY.ROLE).forEach((role, of) -> places.put(
                                role, of.getValues(CASE_PARTY.PLACE, Integer.class)));
                    }
                    return row(row, places, charged.get(row.getId()));
                })
                .toList();
    }

    private Map<Long, Instant> charged(Collection<Long> ids) {
        var first = DSL.min(CASE_SUSPECT_HISTORY.SINCE);
        return sql.select(CASE_SUSPECT_HISTORY.CASE_ID, first)
                .from(CASE_SUSPECT_HISTORY)
                .where(CASE_SUSPECT_HISTORY.CASE_ID.in(ids))
                .and(CASE_SUSPECT_HISTORY.STATUS.in(SuspectStatus.CHARGED.name(), SuspectStatus.REMANDED.name()))
                .and(CASE_SUSPECT_HISTORY.COUNTED.isTrue())
                .groupBy(CASE_SUSPECT_HISTORY.CASE_ID)
                .fetchMap(CASE_SUSPECT_HISTORY.CASE_ID, first);
    }

    private static CaseOfVictim row(CaseFileRecord row, Map<String, List<Integer>> places, @Nullable Instant charged) {
        return new CaseOfVictim(
                row.getId(),
                row.getReference(),
                row.getTitle(),
                row.getAreaId(),
                row.getReportedAt(),
                row.getClosedAt(),
                row.getRiskGrade() == null ? null : RiskGrade.valueOf(row.getRiskGrade()),
                places.getOrDefault(CaseRole.VICTIM.name(), List.of()),
                places.getOrDefault(CaseRole.SUSPECT.name(), List.of()),
                places.getOrDefault(CaseRole.CHILD.name(), List.of()),
                charged);
    }
}
