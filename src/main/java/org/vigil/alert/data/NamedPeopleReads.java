package org.vigil.alert.data;

import static org.vigil.db.generated.Tables.ALERT_AUDIENCE_ACCOUNT;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.vigil.alert.NamedPeople;
import org.vigil.db.OwnRecords;
import org.vigil.db.OwnRecords.Subject;

/** Whom alerts name by account: those that were said, and those whose own record each is about or names, who are barred. */
final class NamedPeopleReads {

    private NamedPeopleReads() {}

    /** @param subjects what each of the alerts is about, by its key */
    static Map<Long, NamedPeople> of(DSLContext sql, Map<Long, Subject> subjects) {
        var alerts = subjects.keySet();
        var table = ALERT_AUDIENCE_ACCOUNT;
        var called = new HashMap<Long, Set<Long>>();
        var barred = new HashMap<Long, Set<Long>>();
        sql.select(table.ALERT_ID, table.ACCOUNT_ID, table.BARRED)
                .from(table)
                .where(table.ALERT_ID.in(alerts))
                .forEach(row -> (row.value3() ? barred : called)
                        .computeIfAbsent(row.value1(), id -> new HashSet<>())
                        .add(row.value2()));
        var concerned = OwnRecords.accountsConcerned(sql, subjects.values());
        subjects.forEach((alert, subject) -> {
            if (concerned.containsKey(subject)) {
                barred.computeIfAbsent(alert, id -> new HashSet<>()).addAll(concerned.get(subject));
            }
        });
        var named = new HashMap<Long, NamedPeople>();
        for (var alert : alerts) {
            if (called.containsKey(alert) || barred.containsKey(alert)) {
                named.put(alert, new NamedPeople(
                        called.getOrDefault(alert, Set.of()), barred.getOrDefault(alert, Set.of())));
            }
        }
        return named;
    }
}
