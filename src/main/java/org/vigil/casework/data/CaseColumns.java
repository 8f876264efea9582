package org.vigil.casework.data;

import static org.vigil.db.generated.Tables.CASE_FILE;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The columns of a case's row with where their values come from, in one order for inserts and updates. */
final class CaseColumns {

    static final Map<Field<?>, Function<StoredCase, @Nullable Object>> ALL = columns();

    private CaseColumns() {}

    static @Nullable Object[] values(StoredCase stored) {
        return ALL.values().stream().map(value -> value.apply(stored)).toArray();
    }

    private static Map<Field<?>, Function<StoredCase, @Nullable Object>> columns() {
        var all = new LinkedHashMap<Field<?>, Function<StoredCase, @Nullable Object>>();
        all.put(CASE_FILE.SOURCE, stored -> stored.file().source());
        all.put(CASE_FILE.REFERENCE, stored -> stored.file().reference());
        all.put(CASE_FILE.CHANGED_AT, stored -> stored.file().changedAt());
        all.put(CASE_FILE.TAKEN_IN_AT, stored -> stored.file().takenInAt());
        all.put(CASE_FILE.CONTENT_HASH, stored -> stored.file().contentHash());
        all.put(CASE_FILE.REPORTED_AT, stored -> stored.file().reportedAt());
        all.put(CASE_FILE.TITLE, stored -> stored.file().title());
        all.put(CASE_FILE.AREA_ID, stored -> stored.file().areaId());
        all.put(CASE_FILE.LEVEL, stored -> stored.file().level().level().name());
        all.put(CASE_FILE.LEVEL_WHY, stored -> stored.file().level().why());
        all.put(CASE_FILE.LEVEL_BY_HAND, stored -> stored.file().level().byHand());
        all.put(CASE_FILE.LEAD_NAME, stored -> stored.file().lead().name());
        all.put(CASE_FILE.LEAD_COLLAR, stored -> stored.file().lead().collar());
        all.put(CASE_FILE.LEAD_PIP, stored -> small(stored.file().lead().pip()));
        all.put(CASE_FILE.TEAM, stored -> stored.file().lead().team());
        all.put(CASE_FILE.SUPERVISOR, stored -> stored.file().lead().supervisor());
        all.put(CASE_FILE.LEAD_BY_HAND, stored -> stored.file().lead().byHand());
        all.put(CASE_FILE.STATE, stored -> stored.file().closing().state().name());
        all.put(CASE_FILE.CLOSED_AT, stored -> stored.file().closing().closedAt());
        all.put(CASE_FILE.OUTCOME, stored -> stored.file().closing().outcome());
        all.put(CASE_FILE.REOPENED_AT, stored -> stored.file().closing().reopenedAt());
        all.put(CASE_FILE.RISK_GRADE, stored -> stored.risk() == null ? null : stored.risk().name());
        all.put(CASE_FILE.OUTSTANDING, StoredCase::outstanding);
        all.put(CASE_FILE.OUTSTANDING_SINCE, StoredCase::outstandingSince);
        all.put(CASE_FILE.RELEASE_ON, StoredCase::releaseOn);
        all.put(CASE_FILE.REVIEW_DUE_AT, StoredCase::reviewDueAt);
        all.put(CASE_FILE.ALLOCATE_BY, StoredCase::allocateBy);
        all.put(CASE_FILE.ATTENTION_AT, StoredCase::attentionAt);
        return all;
    }

    static @Nullable Short small(@Nullable Integer number) {
        return number == null ? null : number.shortValue();
    }
}
