package org.vigil.alert;

import java.util.List;

/**
 * One alert with who may see it and all that happened to it, oldest first.
 *
 * @param people the names of those whom it calls by name
 */
public record AlertDetail(AlertRow alert, List<Audience> audience, List<String> people, List<AlertEvent> history) {

    public AlertDetail {
        audience = List.copyOf(audience);
        people = List.copyOf(people);
        history = List.copyOf(history);
    }
}
