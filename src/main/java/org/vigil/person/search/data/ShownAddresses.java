package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.PERSON_ADDRESS;

import org.jooq.Condition;

/**
 * The one condition by which an address is shown or finds anybody. Every other row of a hiding place, of an earlier day, of
 * a feed or of a record that was merged, is protected itself: {@code ProtectedPlaces} keeps them so.
 */
final class ShownAddresses {

    private static final String WRONG = "WRONG";

    private ShownAddresses() {}

    /** Rows of {@code person_address} that are held and not protected. */
    static Condition shown() {
        return PERSON_ADDRESS.PROTECTED.isFalse().and(PERSON_ADDRESS.STATE.ne(WRONG));
    }
}
