package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_MATCH;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.db.generated.tables.Person;
import org.vigil.person.MatchState;
import org.vigil.shared.Viewer;

/** The queue of records that may be one person, and what was decided. */
@Component
public class MatchStore {

    private static final BigDecimal MOST = new BigDecimal("99999");

    private static final Person ONE = PERSON.as("one");
    private static final Person OTHER = PERSON.as("other");

    private final DSLContext sql;

    MatchStore(DSLContext sql) {
        this.sql = sql;
    }

    /** @param decidedBy null while nobody decided */
    public record Pair(
            long id,
            int version,
            long first,
            long second,
            double score,
            MatchState state,
            Instant raisedAt,
            @Nullable Long decidedBy) {}

    /** Asks about two records, unless it was asked before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(long one, long other, double score, Instant now) {
        sql.insertInto(PERSON_MATCH)
                .set(PERSON_MATCH.FIRST_ID, Math.min(one, other))
                .set(PERSON_MATCH.SECOND_ID, Math.max(one, other))
                .set(PERSON_MATCH.SCORE, BigDecimal.valueOf(score).min(MOST))
                .set(PERSON_MATCH.STATE, MatchState.QUEUED.name())
                .set(PERSON_MATCH.RAISED_AT, now)
                .onDuplicateKeyUpdate()
                .set(PERSON_MATCH.ID, PERSON_MATCH.ID)
                .execute();
    }

    /** Whether an officer said of any two of these that they are not one person, one from each side. */
    public boolean areKeptApart(Collection<Long> ones, Collection<Long> others) {
        return sql.fetchExists(sql.selectOne()
                .from(PERSON_MATCH)
                .where(PERSON_MATCH.STATE.eq(MatchState.NOT_SAME.name()))
                .and(between(ones, others)));
    }

    /** What was asked of any two of these, one from each side. */
    public List<Pair> asked(Collection<Long> ones, Collection<Long> others) {
        return sql.selectFrom(PERSON_MATCH)
                .where(between(ones, others))
                .orderBy(PERSON_MATCH.ID)
                .fetch(MatchStore::pair);
    }

    /** Asks again about a pair of which nobody could tell, now that more is known. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void askAgain(long id, double score, Instant now) {
        sql.update(PERSON_MATCH)
                .set(PERSON_MATCH.SCORE, BigDecimal.valueOf(score).min(MOST))
                .set(PERSON_MATCH.RAISED_AT, now)
                .where(PERSON_MATCH.ID.eq(id))
                .execute();
        decide(id, MatchState.QUEUED, null, null, now);
    }

    /** These were found to be one person: whatever was asked or said of two of them is settled by that. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void areOne(Collection<Long> records, @Nullable Long by, Instant now) {
        settle(between(records, records).and(PERSON_MATCH.STATE.ne(MatchState.SAME.name())), MatchState.SAME, by, now);
    }

    /** These were found not to be one person with those: what was said otherwise of two of them holds no longer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void areTwo(Collection<Long> ones, Collection<Long> others, long by, Instant now) {
        settle(between(ones, others).and(PERSON_MATCH.STATE.eq(MatchState.SAME.name())), MatchState.NOT_SAME, by, now);
    }

    private void settle(Condition which, MatchState state, @Nullable Long by, Instant now) {
        sql.update(PERSON_MATCH)
                .set(PERSON_MATCH.STATE, state.name())
                .set(PERSON_MATCH.DECIDED_AT, now)
                .set(PERSON_MATCH.DECIDED_BY, by)
                .set(PERSON_MATCH.VERSION, PERSON_MATCH.VERSION.plus(1))
                .where(which)
                .execute();
    }

    /** Each pair with the two records that stand for it now. */
    private static Table<?> sides() {
        var first = PERSON.as("first");
        var second = PERSON.as("second");
        return PERSON_MATCH
                .join(first)
                .on(first.ID.eq(PERSON_MATCH.FIRST_ID))
                .join(ONE)
                .on(ONE.ID.eq(DSL.coalesce(first.SURVIVOR_ID, first.ID)))
                .join(second)
                .on(second.ID.eq(PERSON_MATCH.SECOND_ID))
                .join(OTHER)
                .on(OTHER.ID.eq(DSL.coalesce(second.SURVIVOR_ID, second.ID)));
    }

    /** Two that are one already, by way of a third, are not asked about. */
    private static Condition visible(MatchState state, Viewer viewer, Instant now) {
        return PERSON_MATCH.STATE.eq(state.name())
                .and(state == MatchState.SAME ? DSL.noCondition() : ONE.ID.ne(OTHER.ID))
                .and(VisiblePeople.inFull(ONE, viewer, now))
                .and(VisiblePeople.inFull(OTHER, viewer, now));
    }

    private static Condition between(Collection<Long> ones, Collection<Long> others) {
        return PERSON_MATCH.FIRST_ID.in(ones)
                .and(PERSON_MATCH.SECOND_ID.in(others))
                .or(PERSON_MATCH.FIRST_ID.in(others).and(PERSON_MATCH.SECOND_ID.in(ones)));
    }

    /** What stands in a state, oldest first, from after a key on; only pairs of which the viewer may see both in full. */
    public List<Pair> inState(MatchState state, long after, int limit, Viewer viewer, Instant now) {
        return sql.select(PERSON_MATCH.fields())
                .from(sides())
                .where(visible(state, viewer, now))
                .and(PERSON_MATCH.ID.gt(after))
                .orderBy(PERSON_MATCH.ID)
                .limit(limit)
                .fetch(row -> pair(row.into(PERSON_MATCH)));
    }

    /** How many stand in a state, of those of which the viewer may see both in full. */
    public int count(MatchState state, Viewer viewer, Instant now) {
        return sql.select(DSL.count()).from(sides()).where(visible(state, viewer, now)).fetchSingle().value1();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Pair> lock(long id) {
        return sql.selectFrom(PERSON_MATCH)
                .where(PERSON_MATCH.ID.eq(id))
                .forUpdate()
                .fetchOptional(MatchStore::pair);
    }

    public Optional<Pair> byId(long id) {
        return sql.selectFrom(PERSON_MATCH).where(PERSON_MATCH.ID.eq(id)).fetchOptional(MatchStore::pair);
    }

    /** The key of the pair of two records, which must have been asked about. */
    public long ofPair(long one, long other) {
        return sql.select(PERSON_MATCH.ID)
                .from(PERSON_MATCH)
                .where(PERSON_MATCH.FIRST_ID.eq(Math.min(one, other)))
                .and(PERSON_MATCH.SECOND_ID.eq(Math.max(one, other)))
                .fetchSingle()
                .value1();
    }

    /** Writes down what was decided; QUEUED takes a decision back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(long id, MatchState state, @Nullable Long by, @Nullable String note, Instant now) {
        sql.update(PERSON_MATCH)
                .set(PERSON_MATCH.STATE, state.name())
                .set(PERSON_MATCH.DECIDED_AT, state == MatchState.QUEUED ? null : now)
                .set(PERSON_MATCH.DECIDED_BY, state == MatchState.QUEUED ? null : by)
                .set(PERSON_MATCH.NOTE, note)
                .set(PERSON_MATCH.VERSION, PERSON_MATCH.VERSION.plus(1))
                .where(PERSON_MATCH.ID.eq(id))
                .execute();
    }

    private static Pair pair(org.vigil.db.generated.tables.records.PersonMatchRecord row) {
        return new Pair(
                row.getId(),
                row.getVersion(),
                row.getFirstId(),
                row.getSecondId(),
                row.getScore().doubleValue(),
                MatchState.valueOf(row.getState()),
                row.getRaisedAt(),
                row.getDecidedBy());
    }
}
