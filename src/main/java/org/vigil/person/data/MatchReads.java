package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_ADDRESS;
import static org.vigil.db.generated.Tables.PERSON_BLOCK;
import static org.vigil.db.generated.Tables.PERSON_EMAIL;
import static org.vigil.db.generated.Tables.PERSON_MATCHING_TURN;
import static org.vigil.db.generated.Tables.PERSON_NAME;
import static org.vigil.db.generated.Tables.PERSON_PHONE;
import static org.vigil.db.generated.Tables.PERSON_RELATIONSHIP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.vigil.person.HeldPart;
import org.vigil.person.PartState;
import org.vigil.person.PersonPart;
import org.vigil.person.Sex;
import org.vigil.person.rules.Evidence;
import org.vigil.person.rules.Frequencies;
import org.vigil.person.rules.PersonKeys;

/** What matching reads: candidates by key, their evidence, and how common a value is. Nothing here scans a table. */
@Component
public class MatchReads {

    /** More share a key only where it says nothing; those that share the most keys come first. */
    private static final int MOST_CANDIDATES = 60;

    /** A value is counted no further: a name of this many people is as common as names get. */
    private static final int COUNTED = 20_000;

    private final DSLContext sql;
    private final PartReads parts;
    private final PersonReads people;

    MatchReads(DSLContext sql, PartReads parts, PersonReads people) {
        this.sql = sql;
        this.parts = parts;
        this.people = people;
    }

    /** A person that may be the one sought, with what each of its records says. */
    public record Candidate(long survivor, Evidence whole, Map<Long, Evidence> records) {}

    /** Waits for the turn to match, and has it until the transaction ends. */
    public void takeTurn() {
        sql.selectFrom(PERSON_MATCHING_TURN).forUpdate().fetch();
    }

    /** Those who share a key, by the records that stand for them. */
    public List<Candidate> candidates(Set<Long> keys, LocalDate today) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var sharing = sql.select(PERSON_BLOCK.PERSON_ID)
                .from(PERSON_BLOCK)
                .where(PERSON_BLOCK.BLOCK_KEY.in(keys))
                .groupBy(PERSON_BLOCK.PERSON_ID)
                .orderBy(DSL.count().desc(), PERSON_BLOCK.PERSON_ID)
                .limit(MOST_CANDIDATES)
                .fetch(PERSON_BLOCK.PERSON_ID);
        return evidence(new LinkedHashSet<>(people.survivorsOf(sharing).values()), today);
    }

    /** The evidence of people by the records that stand for them. */
    public List<Candidate> evidence(Collection<Long> survivors, LocalDate today) {
        if (survivors.isEmpty()) {
            return List.of();
        }
        var records = people.recordsOf(survivors);
        var all = records.values().stream().flatMap(List::stream).toList();
        var held = parts.of(all);
        var sexes = sql.select(PERSON.ID, PERSON.SEX)
                .from(PERSON)
                .where(PERSON.ID.in(all))
                .fetchMap(row -> row.value1(), row -> Sex.valueOf(row.value2()));
        return survivors.stream()
                .map(survivor -> candidate(survivor, records.get(survivor), held, sexes, today))
                .toList();
    }

    private static Candidate candidate(
            long survivor,
            List<Long> records,
            Map<Long, List<HeldPart<?>>> held,
            Map<Long, Sex> sexes,
            LocalDate today) {
        var each = new HashMap<Long, Evidence>();
        var whole = new ArrayList<PersonPart>();
        for (var record : records) {
            var own = credible(held.getOrDefault(record, List.of()));
            whole.addAll(own);
            each.put(record, PersonKeys.evidence(own, sexes.get(record), today));
        }
        var sex = records.stream().map(sexes::get).filter(Sex::isKnown).findFirst().orElse(Sex.UNKNOWN);
        return new Candidate(survivor, PersonKeys.evidence(whole, sex, today), each);
    }

    /** What was found to be wrong speaks for nobody; what held once still does. */
    private static List<PersonPart> credible(List<HeldPart<?>> held) {
        return held.stream()
                .filter(part -> part.state() != PartState.WRONG)
                .<PersonPart>map(HeldPart::part)
                .toList();
    }

    /** Whether it is recorded that two of these are something to each other, one from each side: then they are two. */
    public boolean areRelated(Collection<Long> ones, Collection<Long> others) {
        var table = PERSON_RELATIONSHIP;
        return sql.fetchExists(sql.selectOne()
                .from(table)
                .where(table.STATE.ne(PartState.WRONG.name()))
                .and(table.PERSON_ID.in(ones)
                        .and(table.OTHER_ID.in(others))
                        .or(table.PERSON_ID.in(others).and(table.OTHER_ID.in(ones)))));
    }

    /** Counts as they stand now, each value counted once for as long as the answer is held. */
    public Frequencies frequencies() {
        return new CountedShares(this);
    }

    long people() {
        var highest = sql.select(DSL.max(PERSON.ID)).from(PERSON).fetchOne(0, Long.class);
        return highest == null ? 0 : highest;
    }

    int given(String key) {
        return count(PERSON_NAME.GIVEN_KEY, key);
    }

    int family(String key) {
        return count(PERSON_NAME.FAMILY_KEY, key);
    }

    int postcode(String key) {
        return count(PERSON_ADDRESS.POSTCODE_KEY, key);
    }

    int line(String key) {
        return count(PERSON_ADDRESS.LINE_KEY, key);
    }

    int phone(String digits) {
        return count(PERSON_PHONE.DIGITS, digits);
    }

    int email(String key) {
        return count(PERSON_EMAIL.EMAIL_KEY, key);
    }

    private int count(Field<String> column, String value) {
        var table = ((org.jooq.TableField<?, String>) column).getTable();
        return sql.fetchCount(sql.selectOne().from(table).where(column.eq(value)).limit(COUNTED));
    }
}
