package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_MATCH;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.person.MatchState;
import org.vigil.person.Seen;
import org.vigil.shared.Viewer;

/** Finds whose records are to be reviewed; only those that the viewer may see in full. */
@Component
public class RetentionReads {

    private final DSLContext sql;
    private final Standings standings;

    RetentionReads(DSLContext sql, Standings standings) {
        this.sql = sql;
        this.standings = standings;
    }

    /** Where a list goes on. */
    public record Place(LocalDate on, long id) {}

    /**
     * Which records are listed.
     *
     * @param from the first day of their review, or null
     * @param to the last one, or null
     * @param held those on hold, or those that are not
     */
    public record Wanted(@Nullable LocalDate from, @Nullable LocalDate to, boolean held) {

        private Condition condition(Viewer viewer, Instant now) {
            var member = PERSON.as("held");
            var onHold = PERSON.HOLD_REASON
                    .isNotNull()
                    .orExists(DSL.selectOne()
                            .from(member)
                            .where(member.SURVIVOR_ID.eq(PERSON.ID))
                            .and(member.HOLD_REASON.isNotNull()));
            return PERSON.SURVIVOR_ID
                    .isNull()
                    .and(PERSON.ERASED_AT.isNull())
                    .and(from == null ? DSL.noCondition() : PERSON.NEXT_REVIEW_ON.ge(from))
                    .and(to == null ? DSL.noCondition() : PERSON.NEXT_REVIEW_ON.le(to))
                    .and(held ? onHold : DSL.not(onHold))
                    .and(VisiblePeople.inFull(PERSON, viewer, now));
        }
    }

    /** The keys of a page, by the day of the review. */
    public List<Place> page(Viewer viewer, Wanted wanted, @Nullable Place after, int limit, Instant now) {
        return sql.select(PERSON.NEXT_REVIEW_ON, PERSON.ID)
                .from(PERSON)
                .where(wanted.condition(viewer, now))
                .and(after == null
                        ? DSL.noCondition()
                        : DSL.row(PERSON.NEXT_REVIEW_ON, PERSON.ID).gt(after.on(), after.id()))
                .orderBy(PERSON.NEXT_REVIEW_ON, PERSON.ID)
                .limit(limit)
                .fetch(row -> new Place(row.value1(), row.value2()));
    }

    public int count(Viewer viewer, Wanted wanted, Instant now) {
        return sql.fetchCount(PERSON, wanted.condition(viewer, now));
    }

    /**
     * Others who may be the same person as these records and of whom nobody has decided yet: the viewer, or somebody who may
     * see the other, has to. Of whom the viewer must not know stands in nobody's way.
     */
    public List<Seen> undecided(Viewer viewer, Collection<Long> records, Instant now) {
        var others = new HashSet<Long>();
        sql.select(PERSON_MATCH.FIRST_ID, PERSON_MATCH.SECOND_ID)
                .from(PERSON_MATCH)
                .where(PERSON_MATCH.STATE.in(MatchState.QUEUED.name(), MatchState.UNSURE.name()))
                .and(PERSON_MATCH.FIRST_ID.in(records).or(PERSON_MATCH.SECOND_ID.in(records)))
                .forEach(pair -> others.add(records.contains(pair.value1()) ? pair.value2() : pair.value1()));
        return List.copyOf(standings.standing(viewer, others, now).seen().values());
    }

    /** The limits of each of these records. */
    public List<org.vigil.person.PersonCore.Limits> limits(Collection<Long> records) {
        return sql.selectFrom(PERSON).where(PERSON.ID.in(records)).fetch(PersonReads::limits);
    }
}
