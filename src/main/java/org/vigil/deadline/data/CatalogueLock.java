package org.vigil.deadline.data;

import static org.vigil.db.generated.Tables.DEADLINE_CATALOGUE_LOCK;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps rules and calendar still while a clock is opened under them. It is taken before clocks are locked, and by nobody
 * who holds one already: whoever changes the catalogue waits for whoever reads it, never the other way about in a circle.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CatalogueLock {

    private final DSLContext sql;

    CatalogueLock(DSLContext sql) {
        this.sql = sql;
    }

    /** The catalogue does not change until this transaction ends; any number may hold it at once. */
    public void keepStill() {
        sql.selectFrom(DEADLINE_CATALOGUE_LOCK).forShare().fetch();
    }

    /** Nobody opens a clock until this transaction ends. */
    public void change() {
        sql.selectFrom(DEADLINE_CATALOGUE_LOCK).forUpdate().fetch();
    }
}
