package org.vigil.architecture.planted.rules;

import java.time.Clock;
import java.time.Instant;
import org.jooq.DSLContext;

/** Breaks, on purpose, what a rule must keep. */
class ImpureRule {

    boolean isOver(Instant due, Clock clock) {
        return due.isBefore(clock.instant()) || due.isBefore(Instant.now());
    }

    int insertQuietly(DSLContext sql) {
        return sql.insertInto(org.jooq.impl.DSL.table("a"))
                .columns(org.jooq.impl.DSL.field("b"))
                .values(1)
                .onDuplicateKeyIgnore()
                .execute();
    }
}
