package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_ACCOUNT;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.vigil.person.Restriction;
import org.vigil.shared.Viewer;

/** Reads of whom somebody must not know, and whose record is whose own. */
@Component
public class UnseenPeople {

    private final DSLContext sql;
    private final PersonReads people;
    private final Standings standings;

    UnseenPeople(DSLContext sql, PersonReads people, Standings standings) {
        this.sql = sql;
        this.people = people;
        this.standings = standings;
    }

    /** The records of all people of whom the viewer must not know: sealed ones that are not for them, and their own. */
    public Set<Long> from(Viewer viewer, Instant now) {
        if (viewer.isEngine()) {
            return Set.of();
        }
        var secret = sql.select(DSL.coalesce(PERSON.SURVIVOR_ID, PERSON.ID))
                .from(PERSON)
                .where(PERSON.RESTRICTION.eq(Restriction.SEALED.name()))
                .unionAll(sql.select(DSL.coalesce(PERSON.SURVIVOR_ID, PERSON.ID))
                        .from(PERSON_ACCOUNT)
                        .join(PERSON)
                        .on(PERSON.ID.eq(PERSON_ACCOUNT.PERSON_ID))
                        .where(PERSON_ACCOUNT.ACCOUNT_ID.eq(viewer.accountId())))
                .fetchSet(0, Long.class);
        secret.removeAll(standings.seen(viewer, secret, now).keySet());
        return people.recordsOf(secret).values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    /** The accounts of those whose own record this is. */
    public Set<Long> accountsOf(long survivor) {
        return sql.select(PERSON_ACCOUNT.ACCOUNT_ID)
                .from(PERSON_ACCOUNT)
                .join(PERSON)
                .on(PERSON.ID.eq(PERSON_ACCOUNT.PERSON_ID))
                .where(DSL.coalesce(PERSON.SURVIVOR_ID, PERSON.ID).eq(survivor))
                .fetchSet(PERSON_ACCOUNT.ACCOUNT_ID);
    }
}
