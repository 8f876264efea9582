package org.vigil.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/**
 * Proof that a record was erased; it holds nothing of what was.
 *
 * @param person the record's number
 * @param by the officer's name
 * @param group the review group in which the record was
 * @param counts how much of each kind was taken away
 * @param logErasedAt when the values in the audit log were erased, or null while they wait for it
 * @param logEntries how many of its entries lost values
 */
public record Certificate(
        long id,
        long person,
        ErasureKind kind,
        Instant at,
        String by,
        String reason,
        int group,
        @Nullable LocalDate reviewWasDueOn,
        Map<ErasedData, Integer> counts,
        @Nullable Instant logErasedAt,
        int logEntries) {

    public Certificate {
        counts = java.util.Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** "E-12". */
    public String number() {
        return number(id);
    }

    static String number(long id) {
        return "E-" + id;
    }

    /** How the audit log names a certificate. */
    public static SubjectRef subject(long id) {
        return new SubjectRef(SubjectType.PERSON_ERASURE, id, number(id));
    }
}
