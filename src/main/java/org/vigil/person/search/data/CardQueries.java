package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_ADDRESS;
import static org.vigil.db.generated.Tables.PERSON_BIRTH;
import static org.vigil.db.generated.Tables.PERSON_IDENTIFIER;
import static org.vigil.db.generated.Tables.PERSON_MARKER;
import static org.vigil.db.generated.Tables.PERSON_NAME;
import static org.vigil.db.generated.Tables.PERSON_PHONE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.person.MarkerType;
import org.vigil.person.search.rules.BirthClue;
import org.vigil.person.search.rules.HeldCard;

/**
 * Reads what a page of results says of people: a statement for each kind of thing, however many people there are. Whom the
 * viewer may see is settled before.
 */
@Component
public class CardQueries {

    private static final String WRONG = "WRONG";

    private final DSLContext sql;

    CardQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The record under which each of these people stands now: itself, or the one that it was merged into. */
    public Map<Long, Long> survivors(Collection<Long> people) {
        return sql.select(PERSON.ID, DSL.coalesce(PERSON.SURVIVOR_ID, PERSON.ID))
                .from(PERSON)
                .where(PERSON.ID.in(people))
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** Rows of these people, what was merged into them included; who is not there is left out. */
    public Map<Long, HeldCard> cards(Collection<Long> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        var owners = owners(people);
        var ids = owners.keySet();
        var names = grouped(
                owners,
                sql.select(PERSON_NAME.PERSON_ID, PERSON_NAME.GIVEN_NAME, PERSON_NAME.FAMILY_NAME)
                        .from(PERSON_NAME)
                        .where(held(PERSON_NAME.PERSON_ID, PERSON_NAME.STATE, ids))
                        .orderBy(
                                PERSON_NAME.STATE,
                                DSL.field(PERSON_NAME.KIND.eq("LEGAL")).desc(),
                                DSL.field(PERSON_NAME.KIND.eq("USED")).desc(),
                                PERSON_NAME.ID),
                row -> new HeldCard.Name(row.get(PERSON_NAME.GIVEN_NAME), row.get(PERSON_NAME.FAMILY_NAME)));
        var births = grouped(
                owners,
                sql.select(
                                PERSON_BIRTH.PERSON_ID,
                                PERSON_BIRTH.BIRTH_YEAR,
                                PERSON_BIRTH.BIRTH_MONTH,
                                PERSON_BIRTH.BIRTH_DAY)
                        .from(PERSON_BIRTH)
                        .where(held(PERSON_BIRTH.PERSON_ID, PERSON_BIRTH.STATE, ids))
                        .orderBy(PERSON_BIRTH.STATE, PERSON_BIRTH.ESTIMATED, PERSON_BIRTH.ID),
                row -> new BirthClue.Born(
                        number(row.get(PERSON_BIRTH.BIRTH_YEAR)),
                        number(row.get(PERSON_BIRTH.BIRTH_MONTH)),
                        number(row.get(PERSON_BIRTH.BIRTH_DAY))));
        var identifiers = grouped(
                owners,
                sql.select(
                                PERSON_IDENTIFIER.PERSON_ID,
                                PERSON_IDENTIFIER.SCHEME,
                                PERSON_IDENTIFIER.VALUE,
                                PERSON_IDENTIFIER.VALUE_KEY)
                        .from(PERSON_IDENTIFIER)
                        .where(held(PERSON_IDENTIFIER.PERSON_ID, PERSON_IDENTIFIER.STATE, ids))
                        .orderBy(PERSON_IDENTIFIER.STATE, PERSON_IDENTIFIER.ID),
                row -> new HeldCard.Identifier(
                        row.get(PERSON_IDENTIFIER.SCHEME),
                        row.get(PERSON_IDENTIFIER.VALUE),
                        row.get(PERSON_IDENTIFIER.VALUE_KEY)));
        var phones = grouped(
                owners,
                sql.select(PERSON_PHONE.PERSON_ID, PERSON_PHONE.NUMBER, PERSON_PHONE.DIGITS)
                        .from(PERSON_PHONE)
                        .where(held(PERSON_PHONE.PERSON_ID, PERSON_PHONE.STATE, ids))
                        .orderBy(PERSON_PHONE.STATE, PERSON_PHONE.ID.desc()),
                row -> new HeldCard.Phone(row.get(PERSON_PHONE.NUMBER), row.get(PERSON_PHONE.DIGITS)));
        var addresses = addresses(owners);
        var warnings = warnings(owners);
        var cards = new HashMap<Long, HeldCard>();
        for (var person : people) {
            cards.put(
                    person,
                    new HeldCard(
                            person,
                            names.getOrDefault(person, List.of()),
                            births.getOrDefault(person, List.of()),
                            identifiers.getOrDefault(person, List.of()),
                            phones.getOrDefault(person, List.of()),
                            addresses.getOrDefault(person, List.of()),
                            warnings.getOrDefault(person, List.of())));
        }
        return cards;
    }

    private Map<Long, List<HeldCard.Address>> addresses(Map<Long, Long> owners) {
        return grouped(
                owners,
                sql.select(
                                PERSON_ADDRESS.PERSON_ID,
                                PERSON_ADDRESS.LINE,
                                PERSON_ADDRESS.POSTCODE,
                                PERSON_ADDRESS.POSTCODE_KEY)
                        .from(PERSON_ADDRESS)
                        .where(held(PERSON_ADDRESS.PERSON_ID, PERSON_ADDRESS.STATE, owners.keySet()))
                        .and(PERSON_ADDRESS.PROTECTED.isFalse())
                        .orderBy(PERSON_ADDRESS.STATE, PERSON_ADDRESS.ID.desc()),
                row -> new HeldCard.Address(
                        row.get(PERSON_ADDRESS.LINE),
                        row.get(PERSON_ADDRESS.POSTCODE),
                        row.get(PERSON_ADDRESS.POSTCODE_KEY)));
    }

    private Map<Long, List<MarkerType>> warnings(Map<Long, Long> owners) {
        return grouped(
                owners,
                sql.select(PERSON_MARKER.PERSON_ID, PERSON_MARKER.TYPE)
                        .from(PERSON_MARKER)
                        .where(PERSON_MARKER.PERSON_ID.in(owners.keySet()))
                        .and(PERSON_MARKER.ENDED_AT.isNull())
                        .orderBy(PERSON_MARKER.ID),
                row -> MarkerType.valueOf(row.get(PERSON_MARKER.TYPE)));
    }

    private Map<Long, Long> owners(Collection<Long> people) {
        var owners = new HashMap<Long, Long>();
        sql.select(PERSON.ID, PERSON.SURVIVOR_ID)
                .from(PERSON)
                .where(PERSON.SURVIVOR_ID.in(people))
                .forEach(row -> owners.put(row.value1(), row.value2()));
        people.forEach(person -> owners.put(person, person));
        return owners;
    }

    private static Condition held(Field<Long> person, Field<String> state, Collection<Long> people) {
        return person.in(people).and(state.ne(WRONG));
    }

    private static <R extends Record, T> Map<Long, List<T>> grouped(
            Map<Long, Long> owners, ResultQuery<R> rows, Function<R, T> each) {
        var grouped = new HashMap<Long, List<T>>();
        rows.forEach(row -> {
            var list = grouped.computeIfAbsent(owners.get(row.get(0, Long.class)), owner -> new ArrayList<>());
            var item = each.apply(row);
            if (!list.contains(item)) {
                list.add(item);
            }
        });
        return grouped;
    }

    private static @Nullable Integer number(@Nullable Number value) {
        return value == null ? null : value.intValue();
    }
}
