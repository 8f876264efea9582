package org.vigil.person;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigil.person.PersonCore.Limits;

/**
 * Who may see a person's record, as the viewer may know it.
 *
 * @param limits the strictest of the person's records
 * @param since when that was said, UTC; null where nobody ever said
 * @param by who said so
 * @param owner the account that owns it, by name
 * @param given on the list; empty for those who do not own it
 * @param glass that was broken, the latest first; for those who do not own it only what they broke themselves
 * @param own the accounts whose own record it is, by name; empty for those who may not say
 * @param mayChange whether the viewer may say who sees it
 * @param mayOwn whether the viewer may say whose own record it is
 */
public record WhoMaySee(
        Limits limits,
        @Nullable Instant since,
        @Nullable String by,
        @Nullable String owner,
        List<Given> given,
        List<Glass> glass,
        Map<Long, String> own,
        boolean mayChange,
        boolean mayOwn,
        Instant readAt) {

    public WhoMaySee {
        given = List.copyOf(given);
        glass = List.copyOf(glass);
        own = new LinkedHashMap<>(own);
    }

    /** Somebody who may see a record that they would not. */
    public record Given(long account, String name, String reason, Instant at, String by) {}

    /** @param until when it ended or ends, UTC */
    public record Glass(long id, long account, String name, String reason, Instant at, Instant until) {}
}
