package org.vigil.incident.data;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.CallRow;
import org.vigil.shared.api.Cursor;

/** A place in the list of calls: in the first two groups by target, among the others by receipt. */
public record CallCursor(Group group, Instant at, long id) {

    /** In the order in which a list shows them. */
    enum Group {
        /** Officers are awaited. */
        WAITING("w"),
        /** The call is over or attended, and its clock waits for the time of the arrival. */
        UNTIMED("u"),
        OTHERS("r");

        private final String letter;

        Group(String letter) {
            this.letter = letter;
        }
    }

    static CallCursor of(CallRow row) {
        var due = row.state().waitingBy();
        if (due == null) {
            return new CallCursor(Group.OTHERS, row.receivedAt(), row.id());
        }
        return new CallCursor(row.isOver() ? Group.UNTIMED : Group.WAITING, due, row.id());
    }

    /** @throws org.vigil.shared.InvalidInputException when it is no cursor of this list */
    public static @Nullable CallCursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var place = Cursor.parse(text.substring(Math.min(1, text.length())));
        var group = Stream.of(Group.values())
                .filter(one -> text.startsWith(one.letter))
                .findFirst()
                .orElse(Group.OTHERS);
        return new CallCursor(group, place.at(), place.id());
    }

    String encode() {
        return group.letter + new Cursor(at, id).encode();
    }
}
