package org.vigil.person.data;

import static org.vigil.db.generated.Tables.ACCOUNT;
import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_ACCESS;
import static org.vigil.db.generated.Tables.PERSON_ACCESS_GRANT;
import static org.vigil.db.generated.Tables.PERSON_ACCOUNT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.Restriction;
import org.vigil.person.WhoMaySee.Given;
import org.vigil.person.WhoMaySee.Glass;
import org.vigil.shared.Viewer;

/** Who may see a person's records, and who looked with a reason. */
@Component
public class AccessReads {

    private final DSLContext sql;

    AccessReads(DSLContext sql) {
        this.sql = sql;
    }

    /** How far one record is open, since when and by whom; both null where nobody ever said. */
    public record SetLimits(Limits limits, @Nullable Instant since, @Nullable String by) {}

    /** How far each of these records is open, the strictest first. */
    public List<SetLimits> limits(Collection<Long> records) {
        return sql.select(PERSON.fields())
                .select(ACCOUNT.DISPLAY_NAME)
                .from(PERSON)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ID.eq(PERSON.RESTRICTED_BY))
                .where(PERSON.ID.in(records))
                .orderBy(DSL.case_(PERSON.RESTRICTION)
                        .when(Restriction.SEALED.name(), 0)
                        .when(Restriction.RESTRICTED.name(), 1)
                        .else_(2), PERSON.RESTRICTED_AT.desc(), PERSON.ID)
                .fetch(row -> new SetLimits(
                        PersonReads.limits(row.into(PERSON)), row.get(PERSON.RESTRICTED_AT), row.get(ACCOUNT.DISPLAY_NAME)));
    }

    /** Whether the viewer owns the person's record or stands on its list. */
    public boolean owns(Viewer viewer, long survivor) {
        return sql.fetchExists(PERSON, PERSON.ID.eq(survivor).and(VisiblePeople.owns(PERSON, viewer)));
    }

    /** Whom these records were opened to, by name. */
    public List<Given> given(Collection<Long> records) {
        var giver = ACCOUNT.as("giver");
        return sql.select(
                        PERSON_ACCESS.ACCOUNT_ID, ACCOUNT.DISPLAY_NAME, PERSON_ACCESS.REASON, PERSON_ACCESS.GIVEN_AT,
                        giver.DISPLAY_NAME)
                .from(PERSON_ACCESS)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(PERSON_ACCESS.ACCOUNT_ID))
                .join(giver)
                .on(giver.ID.eq(PERSON_ACCESS.GIVEN_BY))
                .where(PERSON_ACCESS.PERSON_ID.in(records))
                .orderBy(ACCOUNT.DISPLAY_NAME, PERSON_ACCESS.GIVEN_AT)
                .fetch(row -> new Given(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** Every time the glass was broken on these records, the latest first. */
    public List<Glass> glass(Collection<Long> records) {
        return sql.select(
                        PERSON_ACCESS_GRANT.ID, PERSON_ACCESS_GRANT.ACCOUNT_ID, ACCOUNT.DISPLAY_NAME,
                        PERSON_ACCESS_GRANT.REASON, PERSON_ACCESS_GRANT.GRANTED_AT, PERSON_ACCESS_GRANT.ENDS_AT)
                .from(PERSON_ACCESS_GRANT)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(PERSON_ACCESS_GRANT.ACCOUNT_ID))
                .where(PERSON_ACCESS_GRANT.PERSON_ID.in(records))
                .orderBy(PERSON_ACCESS_GRANT.ID.desc())
                .fetch(row -> new Glass(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    /** The accounts whose own records these are, with their names. */
    public Map<Long, String> ownAccounts(Collection<Long> records) {
        return sql.select(ACCOUNT.ID, ACCOUNT.DISPLAY_NAME)
                .from(PERSON_ACCOUNT)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(PERSON_ACCOUNT.ACCOUNT_ID))
                .where(PERSON_ACCOUNT.PERSON_ID.in(records))
                .orderBy(ACCOUNT.DISPLAY_NAME)
                .fetchMap(ACCOUNT.ID, ACCOUNT.DISPLAY_NAME);
    }

    /** Which record was said to be an account's own. */
    public Optional<Long> ownRecord(long account) {
        return sql.select(PERSON_ACCOUNT.PERSON_ID)
                .from(PERSON_ACCOUNT)
                .where(PERSON_ACCOUNT.ACCOUNT_ID.eq(account))
                .fetchOptional(PERSON_ACCOUNT.PERSON_ID);
    }
}
