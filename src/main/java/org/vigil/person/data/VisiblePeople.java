package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_ACCESS;
import static org.vigil.db.generated.Tables.PERSON_ACCESS_GRANT;
import static org.vigil.db.generated.Tables.PERSON_ACCOUNT;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.vigil.db.generated.tables.Person;
import org.vigil.person.Restriction;
import org.vigil.shared.Viewer;

/**
 * The one condition by which people are shown or not. It is asked of rows that stand by themselves; what was merged into
 * one counts with it, and the strictest restriction among them holds for all. Whoever was erased is not there.
 */
public final class VisiblePeople {

    private static final Person MEMBER = PERSON.as("member");
    private static final Person OWN = PERSON.as("own");

    private VisiblePeople() {}

    /** The viewer may see the record in full. */
    public static Condition inFull(Person person, Viewer viewer, Instant now) {
        if (viewer.isEngine()) {
            return DSL.noCondition();
        }
        return notThemselves(person, viewer)
                .and(person.ERASED_AT.isNull())
                .and(allowed(person, person, viewer, now))
                .andNotExists(DSL.selectOne()
                        .from(MEMBER)
                        .where(MEMBER.SURVIVOR_ID.eq(person.ID))
                        .and(MEMBER.RESTRICTION.ne(Restriction.OPEN.name()))
                        .andNot(allowed(MEMBER, person, viewer, now)));
    }

    /**
     * The row itself is neither restricted nor erased nor the viewer's own: where nothing that was merged into it is
     * restricted either, {@link #inFull} holds, whatever the viewer may.
     */
    static Condition openByItself(Person person, Viewer viewer) {
        return person.RESTRICTION
                .eq(Restriction.OPEN.name())
                .and(person.ERASED_AT.isNull())
                .and(notThemselves(person, viewer));
    }

    /** The viewer may know that the record is there, and whom to ask; a sealed one is as if it were not. */
    public static Condition asExisting(Person person, Viewer viewer, Instant now) {
        if (viewer.isEngine()) {
            return DSL.noCondition();
        }
        return notThemselves(person, viewer)
                .and(person.ERASED_AT.isNull())
                .and(person.RESTRICTION.ne(Restriction.SEALED.name()).or(allowed(person, person, viewer, now)))
                .andNotExists(DSL.selectOne()
                        .from(MEMBER)
                        .where(MEMBER.SURVIVOR_ID.eq(person.ID))
                        .and(MEMBER.RESTRICTION.eq(Restriction.SEALED.name()))
                        .andNot(allowed(MEMBER, person, viewer, now)));
    }

    /**
     * The viewer owns the record or stands on its list, and so says who else may see it. Broken glass shows a record and
     * gives nothing more; of merged records all must be theirs.
     */
    public static Condition owns(Person person, Viewer viewer) {
        var member = PERSON.as("member");
        return notThemselves(person, viewer)
                .and(standing(person, person, viewer))
                .andNotExists(DSL.selectOne()
                        .from(member)
                        .where(member.SURVIVOR_ID.eq(person.ID))
                        .andNot(standing(member, person, viewer)));
    }

    /** Nobody reads, breaks the glass on or is told of a record that concerns themselves. */
    static Condition notThemselves(Person person, Viewer viewer) {
        return person.ID.notIn(DSL.select(DSL.coalesce(OWN.SURVIVOR_ID, OWN.ID))
                .from(PERSON_ACCOUNT)
                .join(OWN)
                .on(OWN.ID.eq(PERSON_ACCOUNT.PERSON_ID))
                .where(PERSON_ACCOUNT.ACCOUNT_ID.eq(viewer.accountId())));
    }

    private static Condition allowed(Person row, Person shown, Viewer viewer, Instant now) {
        return standing(row, shown, viewer)
                .or(row.RESTRICTION.eq(Restriction.RESTRICTED.name())
                        .andExists(DSL.selectOne()
                                .from(PERSON_ACCESS_GRANT)
                                .where(PERSON_ACCESS_GRANT.PERSON_ID.in(List.of(row.ID, shown.ID)))
                                .and(PERSON_ACCESS_GRANT.ACCOUNT_ID.eq(viewer.accountId()))
                                .and(PERSON_ACCESS_GRANT.ENDS_AT.gt(now))));
    }

    private static Condition standing(Person row, Person shown, Viewer viewer) {
        var duties = viewer.duties().stream().map(Enum::name).toList();
        return row.RESTRICTION.eq(Restriction.OPEN.name())
                .or(DSL.coalesce(row.RESTRICTION_ACCOUNT, 0L).eq(viewer.accountId()))
                .or(duties.isEmpty() ? DSL.falseCondition() : DSL.coalesce(row.RESTRICTION_DUTY, "").in(duties))
                .orExists(DSL.selectOne()
                        .from(PERSON_ACCESS)
                        .where(PERSON_ACCESS.PERSON_ID.in(List.of(row.ID, shown.ID)))
                        .and(PERSON_ACCESS.ACCOUNT_ID.eq(viewer.accountId())));
    }
}
