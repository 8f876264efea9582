package org.vigil.db;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_ACCOUNT;
import static org.vigil.db.generated.Tables.PERSON_FLAG;
import static org.vigil.db.generated.Tables.PERSON_LINK;
import static org.vigil.db.generated.Tables.PERSON_MARKER;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/**
 * Nobody is shown what concerns themselves: the condition that every list of records asks besides duty and area. Whose
 * record is an account's own is said of few accounts, so for most it is answered by one look at a key.
 */
public final class OwnRecords {

    private OwnRecords() {}

    /** The record is neither the viewer's own nor one that names the viewer. */
    public static Condition notNaming(Viewer viewer, Field<String> type, Field<Long> id) {
        if (viewer.isEngine()) {
            return DSL.noCondition();
        }
        var own = PERSON.as("own_said");
        var member = PERSON.as("own_member");
        var stands = DSL.coalesce(own.SURVIVOR_ID, own.ID);
        return DSL.notExists(DSL.selectOne()
                .from(PERSON_ACCOUNT)
                .join(own)
                .on(own.ID.eq(PERSON_ACCOUNT.PERSON_ID))
                .join(member)
                .on(member.ID.eq(stands).or(member.SURVIVOR_ID.eq(stands)))
                .where(PERSON_ACCOUNT.ACCOUNT_ID.eq(viewer.accountId()))
                .and(type.eq(SubjectType.PERSON.name()).and(member.ID.eq(id))
                        .or(type.eq(SubjectType.PERSON_FLAG.name())
                                .andExists(DSL.selectOne()
                                        .from(PERSON_FLAG)
                                        .where(PERSON_FLAG.PERSON_ID.eq(member.ID), PERSON_FLAG.ID.eq(id))))
                        .or(type.eq(SubjectType.PERSON_MARKER.name())
                                .andExists(DSL.selectOne()
                                        .from(PERSON_MARKER)
                                        .where(PERSON_MARKER.PERSON_ID.eq(member.ID), PERSON_MARKER.ID.eq(id))))
                        .orExists(DSL.selectOne()
                                .from(PERSON_LINK)
                                .where(PERSON_LINK.PERSON_ID.eq(member.ID))
                                .and(PERSON_LINK.SUBJECT_TYPE.eq(type))
                                .and(PERSON_LINK.SUBJECT_ID.eq(id)))));
    }
}
