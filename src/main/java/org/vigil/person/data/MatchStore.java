package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON_MATCH;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.MatchState;

/** The queue of records that may be one person, and what was decided. */
@Component
public class MatchStore {

    private static final BigDecimal MOST = new BigDecimal("99999");

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

    /** Whether any two of these were asked about already, one from each side. */
    public boolean wereAsked(Collection<Long> ones, Collection<Long> others) {
        return sql.fetchExists(sql.selectOne().from(PERSON_MATCH).where(between(ones, others)));
    }

    private static Condition between(Collection<Long> ones, Collection<Long> others) {
        return PERSON_MATCH.FIRST_ID.in(ones)
                .and(PERSON_MATCH.SECOND_ID.in(others))
                .or(PERSON_MATCH.FIRST_ID.in(others).and(PERSON_MATCH.SECOND_ID.in(ones)));
    }

    /** What waits in a state, oldest first, from after a key on. */
    public List<Pair> inState(MatchState state, long after, int limit) {
        return sql.selectFrom(PERSON_MATCH)
                .where(PERSON_MATCH.STATE.eq(state.name()))
                .and(PERSON_MATCH.ID.gt(after))
                .orderBy(PERSON_MATCH.ID)
                .limit(limit)
                .fetch(MatchStore::pair);
    }

    public int count(MatchState state) {
        return sql.fetchCount(PERSON_MATCH, PERSON_MATCH.STATE.eq(state.name()));
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
