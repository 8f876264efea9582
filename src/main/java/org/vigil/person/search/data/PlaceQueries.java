package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_ADDRESS;
import static org.vigil.db.generated.Tables.PERSON_BIRTH;
import static org.vigil.db.generated.Tables.PERSON_EMAIL;
import static org.vigil.db.generated.Tables.PERSON_EXTERNAL_RECORD;
import static org.vigil.db.generated.Tables.PERSON_IDENTIFIER;
import static org.vigil.db.generated.Tables.PERSON_PHONE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.vigil.person.search.rules.Terms;

/** Finds people by what is exact: numbers, dates and postcodes. What was marked as wrong finds nobody. */
@Component
public class PlaceQueries {

    /** More people than these at one number or place are not told apart by it. */
    public static final int MOST = 300;

    private static final String WRONG = "WRONG";

    private final DSLContext sql;

    PlaceQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** People by the keys of their records. */
    public Set<Long> byKey(Collection<Long> keys) {
        return keys.isEmpty()
                ? Set.of()
                : sql.select(PERSON.ID).from(PERSON).where(PERSON.ID.in(keys)).fetchSet(PERSON.ID);
    }

    /** People of whom another system's record is called so, in this case of letters, in capitals or in small ones. */
    public Set<Long> byExternalReference(Collection<String> references) {
        var written = new LinkedHashSet<>(references);
        references.forEach(reference -> written.add(reference.toUpperCase(Locale.UK)));
        references.forEach(reference -> written.add(reference.toLowerCase(Locale.UK)));
        return sql.select(PERSON_EXTERNAL_RECORD.PERSON_ID)
                .from(PERSON_EXTERNAL_RECORD)
                .where(PERSON_EXTERNAL_RECORD.REFERENCE.in(written))
                .and(PERSON_EXTERNAL_RECORD.STATE.ne(WRONG))
                .limit(MOST)
                .fetchSet(PERSON_EXTERNAL_RECORD.PERSON_ID);
    }

    /** People with a number that ends so. */
    public Set<Long> byPhoneEnd(String digits) {
        return sql.selectDistinct(PERSON_PHONE.PERSON_ID)
                .from(PERSON_PHONE)
                .where(endsIn(digits))
                .limit(MOST)
                .fetchSet(PERSON_PHONE.PERSON_ID);
    }

    /** Which of these people have a number that ends so. */
    public Set<Long> withPhoneEnd(Collection<Long> people, String digits) {
        return sql.select(PERSON_PHONE.PERSON_ID)
                .from(PERSON_PHONE)
                .where(PERSON_PHONE.PERSON_ID.in(people))
                .and(endsIn(digits))
                .fetchSet(PERSON_PHONE.PERSON_ID);
    }

    private static Condition endsIn(String digits) {
        return PERSON_PHONE
                .DIGITS_BACKWARDS
                .startsWith(new StringBuilder(digits).reverse().toString())
                .and(PERSON_PHONE.STATE.ne(WRONG));
    }

    public Set<Long> byPhone(Collection<String> digits) {
        if (digits.isEmpty()) {
            return Set.of();
        }
        return sql.select(PERSON_PHONE.PERSON_ID)
                .from(PERSON_PHONE)
                .where(PERSON_PHONE.DIGITS.in(digits))
                .and(PERSON_PHONE.STATE.ne(WRONG))
                .limit(MOST)
                .fetchSet(PERSON_PHONE.PERSON_ID);
    }

    public Set<Long> byEmail(Collection<String> emails) {
        if (emails.isEmpty()) {
            return Set.of();
        }
        return sql.select(PERSON_EMAIL.PERSON_ID)
                .from(PERSON_EMAIL)
                .where(PERSON_EMAIL.EMAIL_KEY.in(emails))
                .and(PERSON_EMAIL.STATE.ne(WRONG))
                .limit(MOST)
                .fetchSet(PERSON_EMAIL.PERSON_ID);
    }

    public Set<Long> byIdentifier(Collection<String> keys) {
        return sql.select(PERSON_IDENTIFIER.PERSON_ID)
                .from(PERSON_IDENTIFIER)
                .where(PERSON_IDENTIFIER.VALUE_KEY.in(keys))
                .and(PERSON_IDENTIFIER.STATE.ne(WRONG))
                .limit(MOST)
                .fetchSet(PERSON_IDENTIFIER.PERSON_ID);
    }

    /** People of a postcode or a part of one. */
    public Set<Long> byPostcode(Terms.Postcode postcode) {
        return sql.selectDistinct(PERSON_ADDRESS.PERSON_ID)
                .from(PERSON_ADDRESS)
                .where(at(postcode))
                .limit(MOST)
                .fetchSet(PERSON_ADDRESS.PERSON_ID);
    }

    /** Which of these people live or lived in a postcode's area. */
    public Set<Long> within(Collection<Long> people, Terms.Postcode postcode) {
        return sql.select(PERSON_ADDRESS.PERSON_ID)
                .from(PERSON_ADDRESS)
                .where(PERSON_ADDRESS.PERSON_ID.in(people))
                .and(at(postcode))
                .fetchSet(PERSON_ADDRESS.PERSON_ID);
    }

    /** People born on any of the days. */
    public Set<Long> bornOn(Collection<LocalDate> days) {
        return sql.select(PERSON_BIRTH.PERSON_ID)
                .from(PERSON_BIRTH)
                .where(days.stream().map(PlaceQueries::born).reduce(DSL.noCondition(), Condition::or))
                .and(PERSON_BIRTH.STATE.ne(WRONG))
                .limit(MOST)
                .fetchSet(PERSON_BIRTH.PERSON_ID);
    }

    /** People born from one year to another; in a month of them where that is not 0. */
    public Set<Long> bornIn(int from, int to, int month) {
        return sql.select(PERSON_BIRTH.PERSON_ID)
                .from(PERSON_BIRTH)
                .where(PERSON_BIRTH.BIRTH_YEAR.between((short) from, (short) to))
                .and(month == 0 ? DSL.noCondition() : PERSON_BIRTH.BIRTH_MONTH.eq((byte) month))
                .and(PERSON_BIRTH.STATE.ne(WRONG))
                .limit(MOST)
                .fetchSet(PERSON_BIRTH.PERSON_ID);
    }

    /** A protected address finds nobody. */
    static Condition at(Terms.Postcode postcode) {
        var key = switch (postcode.part()) {
            case WHOLE -> PERSON_ADDRESS.POSTCODE_KEY.eq(postcode.key());
            case OUTWARD -> PERSON_ADDRESS.POSTCODE_KEY.like(postcode.key() + "___");
            case SECTOR -> PERSON_ADDRESS.POSTCODE_KEY.like(postcode.key() + "__");
        };
        return key.and(ShownAddresses.shown());
    }

    private static Condition born(LocalDate day) {
        return PERSON_BIRTH
                .BIRTH_YEAR
                .eq((short) day.getYear())
                .and(PERSON_BIRTH.BIRTH_MONTH.eq((byte) day.getMonthValue()))
                .and(PERSON_BIRTH.BIRTH_DAY.eq((byte) day.getDayOfMonth()));
    }
}
