package org.vigil.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.audit.data.ValueErasure;
import org.vigil.shared.SubjectRef;

/**
 * Erases values that the log keeps about records that a module erased, as the schema's owner. Only jobs call it: whoever
 * sits at a screen works as the database user who can't.
 */
@Component
public class LoggedValues {

    private final ValueErasure erasure;

    LoggedValues(ValueErasure erasure) {
        this.erasure = erasure;
    }

    /**
     * Erases the values beside all entries about a record; in a transaction of the owner's own.
     *
     * @param field only those of this field, or null for all
     * @param by who decided it
     * @return how many entries had some
     */
    public int erase(SubjectRef record, @Nullable String field, String reason, String by) {
        return erasure.erase(record, field, reason, by);
    }
}
