package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.PERSON_ADDRESS;
import static org.vigil.db.generated.Tables.PERSON_BIRTH;
import static org.vigil.db.generated.Tables.PERSON_EMAIL;
import static org.vigil.db.generated.Tables.PERSON_FLAG;
import static org.vigil.db.generated.Tables.PERSON_IDENTIFIER;
import static org.vigil.db.generated.Tables.PERSON_MARKER;
import static org.vigil.db.generated.Tables.PERSON_NAME;
import static org.vigil.db.generated.Tables.PERSON_PHONE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.person.FlagState;
import org.vigil.person.FlagSystem;
import org.vigil.person.MarkerType;
import org.vigil.person.search.rules.BirthClue;
import org.vigil.person.search.rules.HeldCard;

/**
 * Reads what a page of results says of people: few statements for all of it, since a search is asked at every key that
 * somebody types. Whom the viewer may see is settled before.
 */
@Component
public class CardQueries {

    private static final String WRONG = "WRONG";
    private static final Field<String> NOTHING = DSL.inline((String) null, SQLDataType.VARCHAR);

    private static final Field<Integer> UNBORN = DSL.inline(0);

    private final DSLContext sql;

    CardQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Of what a row speaks; its name stands in the statement. */
    private enum Part {
        NAME,
        IDENTIFIER,
        PHONE,
        EMAIL,
        ADDRESS,
        WARNING,
        FLAG,
        BIRTH
    }

    /**
     * Something held of somebody.
     *
     * @param rank what comes first among its like: what holds before what held once, legal names before others
     * @param born a date of birth as one number, 19840312, with 0 for what is not known of it
     */
    private record Held(
            Part part, long person, int rank, long id, @Nullable String one, @Nullable String two, @Nullable String three,
            int born) {

        static Held of(
                String part, Long person, Integer rank, Long id, String one, String two, String three, Integer born) {
            return new Held(Part.valueOf(part), person, rank, id, one, two, three, born);
        }
    }

    /**
     * The rows of people.
     *
     * @param records for each person the keys of all records that are this person
     */
    public Map<Long, HeldCard> cards(Map<Long, List<Long>> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        var owners = new HashMap<Long, Long>();
        records.forEach((person, own) -> own.forEach(record -> owners.put(record, person)));
        var all = new HashMap<Long, List<Held>>();
        everything(owners.keySet())
                .fetch(row -> Held.of(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6(), row.value7(),
                        row.value8()))
                .stream()
                .sorted(Comparator.comparingInt(Held::rank).thenComparingLong(Held::id))
                .forEach(held -> all.computeIfAbsent(owners.get(held.person()), owner -> new ArrayList<>()).add(held));
        var cards = new HashMap<Long, HeldCard>();
        records.keySet().forEach(person -> cards.put(
                person, card(person, all.getOrDefault(person, List.of()))));
        return cards;
    }

    private static HeldCard card(long person, List<Held> held) {
        return new HeldCard(
                person,
                of(held, Part.NAME, row -> new HeldCard.Name(row.one(), row.two())),
                of(held, Part.BIRTH, row -> born(row.born())),
                of(held, Part.IDENTIFIER, row -> new HeldCard.Identifier(text(row.one()), text(row.two()), text(row.three()))),
                of(held, Part.PHONE, row -> new HeldCard.Phone(text(row.one()), text(row.two()))),
                of(held, Part.EMAIL, row -> text(row.one())),
                of(held, Part.ADDRESS, row -> new HeldCard.Address(row.one(), row.two(), text(row.three()))),
                of(held, Part.WARNING, row -> MarkerType.valueOf(text(row.one()))),
                of(held, Part.FLAG, row -> new HeldCard.Flag(FlagSystem.valueOf(text(row.one())), text(row.two()))));
    }

    private static <T> List<T> of(List<Held> held, Part part, Function<Held, T> each) {
        return held.stream().filter(row -> row.part() == part).map(each).distinct().toList();
    }

    private Select<Record8<String, Long, Integer, Long, String, String, String, Integer>> everything(Collection<Long> ids) {
        var names = sql.select(
                        DSL.inline(Part.NAME.name()),
                        PERSON_NAME.PERSON_ID,
                        DSL.when(PERSON_NAME.STATE.ne("CURRENT"), 3)
                                .when(PERSON_NAME.KIND.eq("LEGAL"), 0)
                                .when(PERSON_NAME.KIND.eq("USED"), 1)
                                .otherwise(2),
                        PERSON_NAME.ID,
                        PERSON_NAME.GIVEN_NAME,
                        PERSON_NAME.FAMILY_NAME,
                        NOTHING,
                        UNBORN)
                .from(PERSON_NAME)
                .where(held(PERSON_NAME.PERSON_ID, PERSON_NAME.STATE, ids));
        var identifiers = sql.select(
                        DSL.inline(Part.IDENTIFIER.name()),
                        PERSON_IDENTIFIER.PERSON_ID,
                        current(PERSON_IDENTIFIER.STATE),
                        PERSON_IDENTIFIER.ID,
                        PERSON_IDENTIFIER.SCHEME,
                        PERSON_IDENTIFIER.VALUE,
                        PERSON_IDENTIFIER.VALUE_KEY,
                        UNBORN)
                .from(PERSON_IDENTIFIER)
                .where(held(PERSON_IDENTIFIER.PERSON_ID, PERSON_IDENTIFIER.STATE, ids));
        var phones = sql.select(
                        DSL.inline(Part.PHONE.name()),
                        PERSON_PHONE.PERSON_ID,
                        current(PERSON_PHONE.STATE),
                        PERSON_PHONE.ID,
                        PERSON_PHONE.NUMBER,
                        PERSON_PHONE.DIGITS,
                        NOTHING,
                        UNBORN)
                .from(PERSON_PHONE)
                .where(held(PERSON_PHONE.PERSON_ID, PERSON_PHONE.STATE, ids));
        var emails = sql.select(
                        DSL.inline(Part.EMAIL.name()),
                        PERSON_EMAIL.PERSON_ID,
                        current(PERSON_EMAIL.STATE),
                        PERSON_EMAIL.ID,
                        PERSON_EMAIL.EMAIL,
                        NOTHING,
                        NOTHING,
                        UNBORN)
                .from(PERSON_EMAIL)
                .where(held(PERSON_EMAIL.PERSON_ID, PERSON_EMAIL.STATE, ids));
        var flags = sql.select(
                        DSL.inline(Part.FLAG.name()),
                        PERSON_FLAG.PERSON_ID,
                        DSL.inline(0),
                        PERSON_FLAG.ID,
                        PERSON_FLAG.SYSTEM,
                        PERSON_FLAG.WHAT,
                        NOTHING,
                        UNBORN)
                .from(PERSON_FLAG)
                .where(PERSON_FLAG.PERSON_ID.in(ids))
                .and(PERSON_FLAG.STATE.eq(FlagState.TO_SET.name()));
        var addresses = sql.select(
                        DSL.inline(Part.ADDRESS.name()),
                        PERSON_ADDRESS.PERSON_ID,
                        current(PERSON_ADDRESS.STATE),
                        PERSON_ADDRESS.ID,
                        PERSON_ADDRESS.LINE,
                        PERSON_ADDRESS.POSTCODE,
                        PERSON_ADDRESS.POSTCODE_KEY,
                        UNBORN)
                .from(PERSON_ADDRESS)
                .where(PERSON_ADDRESS.PERSON_ID.in(ids))
                .and(ShownAddresses.shown());
        var warnings = sql.select(
                        DSL.inline(Part.WARNING.name()),
                        PERSON_MARKER.PERSON_ID,
                        DSL.inline(0),
                        PERSON_MARKER.ID,
                        PERSON_MARKER.TYPE,
                        NOTHING,
                        NOTHING,
                        UNBORN)
                .from(PERSON_MARKER)
                .where(PERSON_MARKER.PERSON_ID.in(ids))
                .and(PERSON_MARKER.ENDED_AT.isNull());
        var births = sql.select(
                        DSL.inline(Part.BIRTH.name()),
                        PERSON_BIRTH.PERSON_ID,
                        DSL.when(PERSON_BIRTH.STATE.ne("CURRENT"), 2)
                                .when(PERSON_BIRTH.ESTIMATED, 1)
                                .otherwise(0),
                        PERSON_BIRTH.ID,
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        known(PERSON_BIRTH.BIRTH_YEAR)
                                .times(10_000)
                                .plus(known(PERSON_BIRTH.BIRTH_MONTH).times(100))
                                .plus(known(PERSON_BIRTH.BIRTH_DAY)))
                .from(PERSON_BIRTH)
                .where(held(PERSON_BIRTH.PERSON_ID, PERSON_BIRTH.STATE, ids));
        return names.unionAll(identifiers)
                .unionAll(phones)
                .unionAll(emails)
                .unionAll(addresses)
                .unionAll(warnings)
                .unionAll(flags)
                .unionAll(births);
    }

    private static Field<Integer> current(Field<String> state) {
        return DSL.when(state.eq("CURRENT"), 0).otherwise(1);
    }

    private static Condition held(Field<Long> person, Field<String> state, Collection<Long> people) {
        return person.in(people).and(state.ne(WRONG));
    }

    private static Field<Integer> known(Field<? extends Number> part) {
        return DSL.coalesce(part.coerce(SQLDataType.INTEGER), DSL.inline(0));
    }

    private static BirthClue.Born born(int date) {
        return new BirthClue.Born(known(date / 10_000), known(date / 100 % 100), known(date % 100));
    }

    private static @Nullable Integer known(int part) {
        return part == 0 ? null : part;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
