package org.vigil.person.search.data;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** Writes many rows at a time: a statement for hundreds of them, which is several times faster than one for each. */
final class Rows {

    private static final int AT_ONCE = 500;

    private Rows() {}

    /** Adds the rows; one that is there already stays as it is. */
    static <T> void add(
            DSLContext sql, Table<?> table, Field<T> key, List<Field<?>> columns, Collection<Object[]> rows) {
        var all = List.copyOf(rows);
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            var insert = sql.insertInto(table).columns(columns);
            for (var row : all.subList(from, Math.min(all.size(), from + AT_ONCE))) {
                insert = insert.values(row);
            }
            insert.onDuplicateKeyUpdate().set(key, key).execute();
        }
    }
}
