package org.vigil.demo.data;

import static org.vigil.db.generated.Tables.DEMONSTRATION_STORY;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps from when the demonstration's story is told, and that it was told to its end. */
@Component
@Transactional
public class StoryStore {

    private static final byte ONLY = 1;

    private final DSLContext sql;

    StoryStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A story that has begun. */
    public record Begun(Instant at, boolean told) {}

    public Optional<Begun> begun() {
        return sql.selectFrom(DEMONSTRATION_STORY)
                .fetchOptional(row -> new Begun(row.getBeganAt(), row.getToldAt() != null));
    }

    public void begin(Instant at) {
        sql.insertInto(DEMONSTRATION_STORY)
                .set(DEMONSTRATION_STORY.ID, ONLY)
                .set(DEMONSTRATION_STORY.BEGAN_AT, at)
                .execute();
    }

    public void told(Instant at) {
        sql.update(DEMONSTRATION_STORY)
                .set(DEMONSTRATION_STORY.TOLD_AT, at)
                .where(DEMONSTRATION_STORY.ID.eq(ONLY))
                .execute();
    }
}
