package org.vigil.casework.data;

import static org.vigil.db.generated.Tables.CASE_FILE;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.vigil.casework.Case;
import org.vigil.casework.CaseKey;
import org.vigil.casework.CaseLevel;
import org.vigil.casework.Closing;
import org.vigil.casework.Lead;
import org.vigil.casework.LevelSet;
import org.vigil.db.OwnRecords;
import org.vigil.db.generated.tables.records.CaseFileRecord;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** Reads whole cases. */
@Component
public class CaseQueries {

    private final DSLContext sql;

    CaseQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** One case with all its parts, if the viewer's areas cover it. */
    public Optional<Case> byId(Viewer viewer, long id) {
        return cases(sql.selectFrom(CASE_FILE)
                        .where(CASE_FILE.ID.eq(id))
                        .and(visibleTo(viewer))
                        .fetch())
                .stream()
                .findFirst();
    }

    /** The cases that are called so, of whatever source, the one that changed last first. */
    public List<Case> byReference(Viewer viewer, String reference) {
        return cases(sql.selectFrom(CASE_FILE)
                .where(CASE_FILE.REFERENCE.eq(reference))
                .and(visibleTo(viewer))
                .orderBy(CASE_FILE.CHANGED_AT.desc(), CASE_FILE.ID.desc())
                .fetch());
    }

    /** These cases, whoever asks, for rules and for rows that were chosen for a viewer; in the order of their keys. */
    public List<Case> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : cases(sql.selectFrom(CASE_FILE).where(CASE_FILE.ID.in(ids)).orderBy(CASE_FILE.ID).fetch());
    }

    /** One case, with its row locked until the transaction ends. */
    public Optional<Case> lock(Viewer viewer, long id) {
        return cases(sql.selectFrom(CASE_FILE)
                        .where(CASE_FILE.ID.eq(id))
                        .and(visibleTo(viewer))
                        .forUpdate()
                        .fetch())
                .stream()
                .findFirst();
    }

    /** These cases, whoever asks, their rows locked in the order of their keys. */
    public List<Case> lockAll(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : cases(sql.selectFrom(CASE_FILE)
                        .where(CASE_FILE.ID.in(ids))
                        .orderBy(CASE_FILE.ID)
                        .forUpdate()
                        .fetch());
    }

    /**
     * The cases that are held under these keys, their rows locked until the transaction ends; always in the same order, so
     * that two batches with the same cases wait for each other and do not deadlock.
     */
    public Map<CaseKey, Case> lock(Collection<CaseKey> keys) {
        var held = new LinkedHashMap<CaseKey, Case>();
        CaseKey.bySource(keys).forEach((source, references) -> cases(sql.selectFrom(CASE_FILE)
                        .where(CASE_FILE.SOURCE.eq(source))
                        .and(CASE_FILE.REFERENCE.in(references))
                        .orderBy(CASE_FILE.SOURCE, CASE_FILE.REFERENCE)
                        .forUpdate()
                        .fetch())
                .forEach(file -> held.put(CaseKey.of(file), file)));
        return held;
    }

    /** A case without an area concerns the whole force, and so everybody but those whom it names. */
    static Condition visibleTo(Viewer viewer) {
        return inReachOf(viewer).and(OwnRecords.notNaming(viewer, SubjectType.CASE, CASE_FILE.ID));
    }

    /** The viewer's areas cover it, or it is of none. */
    static Condition inReachOf(Viewer viewer) {
        return viewer.coversWholeForce()
                ? DSL.trueCondition()
                : CASE_FILE.AREA_ID.in(viewer.areaIds()).or(CASE_FILE.AREA_ID.isNull());
    }

    private List<Case> cases(Result<CaseFileRecord> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var parts = CaseParts.of(sql, rows.getValues(CASE_FILE.ID));
        return rows.stream().map(row -> file(row, parts)).toList();
    }

    private static Case file(CaseFileRecord row, CaseParts parts) {
        var id = row.getId();
        return new Case(
                id,
                row.getVersion(),
                row.getSource(),
                row.getReference(),
                row.getChangedAt(),
                row.getTakenInAt(),
                row.getContentHash(),
                row.getReportedAt(),
                row.getTitle(),
                row.getAreaId(),
                new LevelSet(CaseLevel.valueOf(row.getLevel()), row.getLevelWhy(), row.getLevelByHand()),
                new Lead(
                        row.getLeadName(),
                        row.getLeadCollar(),
                        row.getLeadPip() == null ? null : row.getLeadPip().intValue(),
                        row.getTeam(),
                        row.getSupervisor(),
                        row.getLeadByHand()),
                new Closing(row.getClosedAt(), row.getOutcome(), row.getReopenedAt()),
                parts.parties().getOrDefault(id, List.of()),
                parts.suspects().getOrDefault(id, List.of()),
                parts.calls().getOrDefault(id, List.of()),
                parts.crimes().getOrDefault(id, List.of()),
                parts.assessments().getOrDefault(id, List.of()),
                parts.actions().getOrDefault(id, List.of()));
    }
}
