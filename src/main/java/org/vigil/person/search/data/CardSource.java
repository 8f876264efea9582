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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.vigil.person.FlagState;
import org.vigil.person.search.rules.CardLine;
import org.vigil.person.search.rules.CardLine.Part;

/** Reads where it is held what a row of results, or the index, says of people: in one statement for all of them. */
@Component
public class CardSource {

    private static final String WRONG = "WRONG";
    private static final Field<String> NOTHING = DSL.inline((String) null, SQLDataType.VARCHAR);
    private static final Field<Integer> UNBORN = DSL.inline(0);
    static final Comparator<CardLine> AS_SHOWN =
            Comparator.comparingInt(CardLine::rank).thenComparingLong(CardLine::id);

    private final DSLContext sql;

    CardSource(DSLContext sql) {
        this.sql = sql;
    }

    /** The lines of these records now, in the order in which they are shown; of a protected address there is none. */
    Map<Long, List<CardLine>> of(Collection<Long> records) {
        var lines = new HashMap<Long, List<CardLine>>();
        if (!records.isEmpty()) {
            everything(records).forEach(row -> lines.computeIfAbsent(row.value2(), record -> new ArrayList<>())
                    .add(new CardLine(
                            Part.valueOf(row.value1()), row.value3(), row.value4(), row.value5(), row.value6(),
                            row.value7(), row.value8())));
        }
        lines.values().forEach(own -> own.sort(AS_SHOWN));
        return lines;
    }

    private Select<Record8<String, Long, Integer, Long, String, String, String, Integer>> everything(Collection<Long> ids) {
        var names = lines(
                Part.NAME,
                PERSON_NAME.PERSON_ID,
                DSL.when(PERSON_NAME.STATE.ne("CURRENT"), 3)
                        .when(PERSON_NAME.KIND.eq("LEGAL"), 0)
                        .when(PERSON_NAME.KIND.eq("USED"), 1)
                        .otherwise(2),
                PERSON_NAME.ID,
                PERSON_NAME.GIVEN_NAME,
                PERSON_NAME.FAMILY_NAME,
                NOTHING,
                UNBORN,
                held(PERSON_NAME.PERSON_ID, PERSON_NAME.STATE, ids));
        var identifiers = lines(
                Part.IDENTIFIER,
                PERSON_IDENTIFIER.PERSON_ID,
                current(PERSON_IDENTIFIER.STATE),
                PERSON_IDENTIFIER.ID,
                PERSON_IDENTIFIER.SCHEME,
                PERSON_IDENTIFIER.VALUE,
                PERSON_IDENTIFIER.VALUE_KEY,
                UNBORN,
                held(PERSON_IDENTIFIER.PERSON_ID, PERSON_IDENTIFIER.STATE, ids));
        var phones = lines(
                Part.PHONE,
                PERSON_PHONE.PERSON_ID,
                current(PERSON_PHONE.STATE),
                PERSON_PHONE.ID,
                PERSON_PHONE.NUMBER,
                PERSON_PHONE.DIGITS,
                NOTHING,
                UNBORN,
                held(PERSON_PHONE.PERSON_ID, PERSON_PHONE.STATE, ids));
        var emails = lines(
                Part.EMAIL,
                PERSON_EMAIL.PERSON_ID,
                current(PERSON_EMAIL.STATE),
                PERSON_EMAIL.ID,
                PERSON_EMAIL.EMAIL,
                NOTHING,
                NOTHING,
                UNBORN,
                held(PERSON_EMAIL.PERSON_ID, PERSON_EMAIL.STATE, ids));
        var flags = lines(
                Part.FLAG,
                PERSON_FLAG.PERSON_ID,
                DSL.inline(0),
                PERSON_FLAG.ID,
                PERSON_FLAG.SYSTEM,
                PERSON_FLAG.WHAT,
                NOTHING,
                UNBORN,
                PERSON_FLAG.PERSON_ID.in(ids).and(PERSON_FLAG.STATE.eq(FlagState.TO_SET.name())));
        var addresses = lines(
                Part.ADDRESS,
                PERSON_ADDRESS.PERSON_ID,
                current(PERSON_ADDRESS.STATE),
                PERSON_ADDRESS.ID,
                PERSON_ADDRESS.LINE,
                PERSON_ADDRESS.POSTCODE,
                PERSON_ADDRESS.POSTCODE_KEY,
                UNBORN,
                PERSON_ADDRESS.PERSON_ID.in(ids).and(ShownAddresses.shown()));
        var warnings = lines(
                Part.WARNING,
                PERSON_MARKER.PERSON_ID,
                DSL.inline(0),
                PERSON_MARKER.ID,
                PERSON_MARKER.TYPE,
                NOTHING,
                NOTHING,
                UNBORN,
                PERSON_MARKER.PERSON_ID.in(ids).and(PERSON_MARKER.ENDED_AT.isNull()));
        var births = lines(
                Part.BIRTH,
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
                        .plus(known(PERSON_BIRTH.BIRTH_DAY)),
                held(PERSON_BIRTH.PERSON_ID, PERSON_BIRTH.STATE, ids));
        return names.unionAll(identifiers)
                .unionAll(phones)
                .unionAll(emails)
                .unionAll(addresses)
                .unionAll(warnings)
                .unionAll(flags)
                .unionAll(births);
    }

    private Select<Record8<String, Long, Integer, Long, String, String, String, Integer>> lines(
            Part part,
            TableField<?, Long> person,
            Field<Integer> rank,
            Field<Long> id,
            Field<String> one,
            Field<String> two,
            Field<String> three,
            Field<Integer> born,
            Condition which) {
        return sql.select(DSL.inline(part.name()), person, rank, id, one, two, three, born)
                .from(person.getTable())
                .where(which);
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
}
