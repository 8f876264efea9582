package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.PERSON_ADDRESS;
import static org.vigil.db.generated.Tables.PERSON_BIRTH;
import static org.vigil.db.generated.Tables.PERSON_EMAIL;
import static org.vigil.db.generated.Tables.PERSON_IDENTIFIER;
import static org.vigil.db.generated.Tables.PERSON_PHONE;
import static org.vigil.db.generated.Tables.SEARCH_PLACE;
import static org.vigil.db.generated.Tables.SEARCH_STREET;
import static org.vigil.db.generated.Tables.SEARCH_STREET_WORD;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.vigil.person.search.rules.StreetName;
import org.vigil.person.search.rules.Terms;

/** Finds people by what is exact: numbers, dates, postcodes and streets. What was marked as wrong finds nobody. */
@Component
public class PlaceQueries {

    /** More people than these at one number or place are not told apart by it. */
    public static final int MOST = 300;

    private static final String WRONG = "WRONG";
    private static final int MOST_STREETS = 500;

    private final DSLContext sql;

    PlaceQueries(DSLContext sql) {
        this.sql = sql;
    }

    public Set<Long> byPhone(Collection<String> digits) {
        return sql.select(PERSON_PHONE.PERSON_ID)
                .from(PERSON_PHONE)
                .where(PERSON_PHONE.DIGITS.in(digits))
                .and(PERSON_PHONE.STATE.ne(WRONG))
                .limit(MOST)
                .fetchSet(PERSON_PHONE.PERSON_ID);
    }

    public Set<Long> byEmail(Collection<String> emails) {
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
        return sql.select(PERSON_ADDRESS.PERSON_ID)
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

    /** People born in a month, or in a year where the month is 0. */
    public Set<Long> bornIn(int year, int month) {
        return sql.select(PERSON_BIRTH.PERSON_ID)
                .from(PERSON_BIRTH)
                .where(PERSON_BIRTH.BIRTH_YEAR.eq((short) year))
                .and(month == 0 ? DSL.noCondition() : PERSON_BIRTH.BIRTH_MONTH.eq((byte) month))
                .and(PERSON_BIRTH.STATE.ne(WRONG))
                .limit(MOST)
                .fetchSet(PERSON_BIRTH.PERSON_ID);
    }

    /** People of the streets whose name has all the words, at the house where one is named. */
    public Set<Long> byStreet(Terms.Street street) {
        var asked = StreetName.of(String.join(" ", street.words()));
        var telling = asked.telling().stream().max((one, other) -> Integer.compare(one.length(), other.length()));
        if (telling.isEmpty()) {
            return Set.of();
        }
        var streets = sql.select(SEARCH_STREET.ID, SEARCH_STREET.STREET)
                .from(SEARCH_STREET_WORD)
                .join(SEARCH_STREET)
                .on(SEARCH_STREET.ID.eq(SEARCH_STREET_WORD.STREET_ID))
                .where(SEARCH_STREET_WORD.WORD.eq(telling.get()))
                .limit(MOST_STREETS)
                .fetch()
                .stream()
                .filter(row -> StreetName.fits(asked.words(), row.value2()))
                .map(row -> row.value1())
                .toList();
        return streets.isEmpty() ? Set.of() : at(streets, street);
    }

    private Set<Long> at(List<Integer> streets, Terms.Street street) {
        return sql.select(SEARCH_PLACE.PERSON_ID)
                .from(SEARCH_PLACE)
                .where(SEARCH_PLACE.STREET_ID.in(streets))
                .and(street.number() == null ? DSL.noCondition() : SEARCH_PLACE.HOUSE.eq(street.number()))
                .limit(MOST)
                .fetchSet(SEARCH_PLACE.PERSON_ID);
    }

    /** A protected address finds nobody: that somebody can be found there is what it hides. */
    static Condition at(Terms.Postcode postcode) {
        var key = switch (postcode.part()) {
            case WHOLE -> PERSON_ADDRESS.POSTCODE_KEY.eq(postcode.key());
            case OUTWARD -> PERSON_ADDRESS.POSTCODE_KEY.like(postcode.key() + "___");
            case SECTOR -> PERSON_ADDRESS.POSTCODE_KEY.like(postcode.key() + "__");
        };
        return key.and(PERSON_ADDRESS.PROTECTED.isFalse()).and(PERSON_ADDRESS.STATE.ne(WRONG));
    }

    private static Condition born(LocalDate day) {
        return PERSON_BIRTH
                .BIRTH_YEAR
                .eq((short) day.getYear())
                .and(PERSON_BIRTH.BIRTH_MONTH.eq((byte) day.getMonthValue()))
                .and(PERSON_BIRTH.BIRTH_DAY.eq((byte) day.getDayOfMonth()));
    }
}
