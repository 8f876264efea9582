package org.vigil.person.data;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.db.generated.tables.records.PersonRecord;
import org.vigil.person.PersonCore;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.PersonCore.Retention;
import org.vigil.person.PersonCore.SafeContact;
import org.vigil.person.Sex;

/**
 * What the own rows of all records of a person say together. The record that stands for them goes first; what any of them
 * says for somebody's safety, that they must never be rung, holds for all.
 */
final class JoinedCore {

    private JoinedCore() {}

    /** @param rows the surviving record's first */
    static PersonCore of(List<PersonRecord> rows) {
        var survivor = rows.getFirst();
        return new PersonCore(
                rows.stream().anyMatch(PersonRecord::getPoliceEmployee),
                rows.stream()
                        .map(row -> Sex.valueOf(row.getSex()))
                        .filter(Sex::isKnown)
                        .findFirst()
                        .orElse(Sex.valueOf(survivor.getSex())),
                first(rows, PersonRecord::getLanguage),
                first(rows, PersonRecord::getInterpreterNeeded),
                contact(rows),
                first(rows, PersonRecord::getDescription),
                strictest(rows),
                new Retention(
                        survivor.getRetentionGroup(),
                        survivor.getRetentionByHand(),
                        survivor.getRetentionWhy(),
                        survivor.getNextReviewOn(),
                        survivor.getReviewBasis(),
                        survivor.getLastEventOn(),
                        first(rows, PersonRecord::getHoldReason)),
                survivor.getCreatedAt());
    }

    /** How and when go together, and are one record's; what never to do is everybody's. */
    private static SafeContact contact(List<PersonRecord> rows) {
        var said = rows.stream()
                .filter(row -> row.getSafeMethod() != null || row.getSafeTimes() != null)
                .findFirst()
                .orElse(rows.getFirst());
        var never = said(rows, PersonRecord::getUnsafeContact).distinct().collect(Collectors.joining("; "));
        return new SafeContact(said.getSafeMethod(), said.getSafeTimes(), never.isEmpty() ? null : never);
    }

    static Limits strictest(List<PersonRecord> rows) {
        return rows.stream()
                .map(PersonReads::limits)
                .reduce((one, other) -> Comparator.comparing(Limits::restriction).compare(other, one) > 0 ? other : one)
                .orElseThrow();
    }

    private static <T> @Nullable T first(List<PersonRecord> rows, Function<PersonRecord, @Nullable T> column) {
        return said(rows, column).findFirst().orElse(null);
    }

    private static <T> Stream<T> said(List<PersonRecord> rows, Function<PersonRecord, @Nullable T> column) {
        return rows.stream().<@Nullable T>map(column).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
