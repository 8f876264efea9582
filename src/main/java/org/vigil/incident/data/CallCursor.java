package org.vigil.incident.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.CallRow;
import org.vigil.shared.api.Cursor;

/** A place in the list of calls: among those that wait, by target, or among the others, by receipt. */
public record CallCursor(boolean waiting, Instant at, long id) {

    private static final String WAITING = "w";
    private static final String OTHERS = "r";

    static CallCursor of(CallRow row) {
        var due = row.state().waitingBy();
        return new CallCursor(due != null, due != null ? due : row.receivedAt(), row.id());
    }

    /** @throws org.vigil.shared.InvalidInputException when it is no cursor of this list */
    public static @Nullable CallCursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var place = Cursor.parse(text.substring(Math.min(1, text.length())));
        return new CallCursor(text.startsWith(WAITING), place.at(), place.id());
    }

    String encode() {
        return (waiting ? WAITING : OTHERS) + new Cursor(at, id).encode();
    }
}
