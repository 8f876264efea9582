package org.vigil.person.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A review group of the retention schedule, as in force from a day on.
 *
 * @param clearYears years without any event after which the record is reviewed
 * @param reviewYears years from a review that kept the record to the next
 * @param keptToAge the age until which the record is reviewed and not erased, or null
 * @param validTo the first day on which it no longer holds, or null
 */
public record ReviewGroup(
        int number,
        String title,
        int clearYears,
        int reviewYears,
        @Nullable Integer keptToAge,
        String basis,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** "Group 2: other sexual, violent or serious offences". */
    public String words() {
        return "Group " + number + ": " + title.substring(0, 1).toLowerCase(java.util.Locale.UK) + title.substring(1);
    }
}
