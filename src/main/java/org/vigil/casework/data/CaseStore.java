package org.vigil.casework.data;

import static org.vigil.db.generated.Tables.CASE_FILE;
import static org.vigil.db.generated.Tables.CASE_NUMBER;
import static org.vigil.db.generated.Tables.CASE_PARTY;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.casework.Case;
import org.vigil.casework.CaseKey;

/** Writes cases, many at a time, within the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseStore {

    private final DSLContext sql;

    CaseStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A case before and after; what it had before is only written where it differs. */
    public record Written(@Nullable Case before, StoredCase after) {}

    /** Adds new cases and answers their keys in the database. */
    public Map<CaseKey, Long> insert(Collection<StoredCase> fresh) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        var columns = CaseColumns.ALL.keySet();
        var statement = sql.batch(
                sql.insertInto(CASE_FILE).columns(columns).values(new @Nullable Object[columns.size()]));
        fresh.forEach(stored -> statement.bind(CaseColumns.values(stored)));
        statement.execute();
        var ids = ids(fresh.stream().map(stored -> CaseKey.of(stored.file())).toList());
        var parts = new CasePartsWriter(sql);
        fresh.forEach(stored -> parts.add(null, stored.file().withId(ids.get(CaseKey.of(stored.file())))));
        parts.write();
        return ids;
    }

    /** Writes what changed of cases whose rows the caller has locked. */
    public void update(Collection<Written> changed) {
        if (changed.isEmpty()) {
            return;
        }
        rows(changed.stream().map(Written::after).toList(), 1);
        var parts = new CasePartsWriter(sql);
        changed.forEach(written -> parts.add(written.before(), written.after().file()));
        parts.write();
    }

    /** Keeps what follows from cases, or when their source last spoke of them, without a change that anybody made. */
    public void touch(Collection<StoredCase> same) {
        if (!same.isEmpty()) {
            rows(same, 0);
        }
    }

    /** The next number for a case that is entered here, of the year that it is reported in. */
    public int nextNumber(int year) {
        sql.insertInto(CASE_NUMBER)
                .set(CASE_NUMBER.YEAR, (short) year)
                .set(CASE_NUMBER.LAST, 1)
                .onDuplicateKeyUpdate()
                .set(CASE_NUMBER.LAST, CASE_NUMBER.LAST.plus(1))
                .execute();
        return sql.select(CASE_NUMBER.LAST)
                .from(CASE_NUMBER)
                .where(CASE_NUMBER.YEAR.eq((short) year))
                .fetchSingle()
                .value1();
    }

    /** The number that nobody of a case ever had. */
    public int nextPlace(long id) {
        var last = sql.select(DSL.max(CASE_PARTY.PLACE)).from(CASE_PARTY).where(CASE_PARTY.CASE_ID.eq(id)).fetchSingle().value1();
        return last == null ? 1 : last + 1;
    }

    private void rows(Collection<StoredCase> changed, int versions) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        CaseColumns.ALL.keySet().forEach(column -> values.put(column, null));
        var statement = sql.batch(sql.update(CASE_FILE)
                .set(values)
                .set(CASE_FILE.VERSION, CASE_FILE.VERSION.plus(versions))
                .where(CASE_FILE.ID.eq((Long) null)));
        for (var stored : changed) {
            var row = CaseColumns.values(stored);
            var bound = Arrays.copyOf(row, row.length + 2);
            bound[row.length] = versions;
            bound[row.length + 1] = stored.file().id();
            statement.bind(bound);
        }
        statement.execute();
    }

    private Map<CaseKey, Long> ids(List<CaseKey> keys) {
        var ids = new HashMap<CaseKey, Long>();
        CaseKey.bySource(keys).forEach((source, references) -> sql.select(CASE_FILE.REFERENCE, CASE_FILE.ID)
                .from(CASE_FILE)
                .where(CASE_FILE.SOURCE.eq(source))
                .and(CASE_FILE.REFERENCE.in(references))
                .forEach(row -> ids.put(new CaseKey(source, row.value1()), row.value2())));
        return ids;
    }
}
