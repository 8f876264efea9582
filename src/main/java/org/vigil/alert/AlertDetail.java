package org.vigil.alert;

import java.util.List;

/** One alert with who may see it and all that happened to it, oldest first. */
public record AlertDetail(AlertRow alert, List<Audience> audience, List<AlertEvent> history) {

    public AlertDetail {
        audience = List.copyOf(audience);
        history = List.copyOf(history);
    }
}
