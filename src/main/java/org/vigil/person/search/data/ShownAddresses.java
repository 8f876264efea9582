package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_ADDRESS;

import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.vigil.db.generated.tables.PersonAddress;

/**
 * The one condition by which an address is shown or finds anybody. That somebody can be found where they hide is what is
 * hidden: an open row of the same place, of an earlier day, of a feed or of a record that was merged, would tell it.
 */
final class ShownAddresses {

    private static final String WRONG = "WRONG";

    private ShownAddresses() {}

    /** Rows of {@code person_address} that are held, not protected, and not the place of one that is. */
    static Condition shown() {
        var own = PERSON.as("own");
        var member = PERSON.as("member");
        var hidden = PERSON_ADDRESS.as("hidden");
        return PERSON_ADDRESS
                .PROTECTED
                .isFalse()
                .and(PERSON_ADDRESS.STATE.ne(WRONG))
                // Two look-ups by a key each: with "or" in one, all people would be read.
                .andNotExists(DSL.selectOne()
                        .from(own)
                        .join(hidden)
                        .on(hidden.PERSON_ID.eq(DSL.coalesce(own.SURVIVOR_ID, own.ID)))
                        .where(own.ID.eq(PERSON_ADDRESS.PERSON_ID))
                        .and(isSamePlace(hidden)))
                .andNotExists(DSL.selectOne()
                        .from(own)
                        .join(member)
                        .on(member.SURVIVOR_ID.eq(DSL.coalesce(own.SURVIVOR_ID, own.ID)))
                        .join(hidden)
                        .on(hidden.PERSON_ID.eq(member.ID))
                        .where(own.ID.eq(PERSON_ADDRESS.PERSON_ID))
                        .and(isSamePlace(hidden)));
    }

    /** The same line and postcode, or one of the two where the other is not given on one side. */
    private static Condition isSamePlace(PersonAddress hidden) {
        var sameLine = hidden.LINE_KEY.eq(PERSON_ADDRESS.LINE_KEY);
        var samePostcode = hidden.POSTCODE_KEY.eq(PERSON_ADDRESS.POSTCODE_KEY);
        var lineMissing = hidden.LINE_KEY.eq("").or(PERSON_ADDRESS.LINE_KEY.eq(""));
        var postcodeMissing = hidden.POSTCODE_KEY.eq("").or(PERSON_ADDRESS.POSTCODE_KEY.eq(""));
        return hidden.PROTECTED
                .isTrue()
                .and(sameLine.and(samePostcode)
                        .or(samePostcode.and(hidden.POSTCODE_KEY.ne("")).and(lineMissing))
                        .or(sameLine.and(hidden.LINE_KEY.ne("")).and(postcodeMissing)));
    }
}
