package org.vigil.victim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was done for the children of a case's household.
 *
 * @param places the numbers of the children among the case's people
 * @param referral null while nobody said whether they are referred
 * @param schools whose school knows or need not
 * @param version of the referral; 0 while there is none
 */
public record Children(long caseId, List<Integer> places, @Nullable Referral referral, List<School> schools, int version) {

    public Children {
        places = List.copyOf(places);
        schools = List.copyOf(schools);
    }

    /** A referral, or why none is needed; a supervisor other than its author confirms that the children are safe. */
    public record Referral(
            ReferralState state,
            @Nullable String why,
            Instant madeAt,
            long madeAccount,
            String madeBy,
            @Nullable Instant confirmedAt,
            @Nullable String confirmedBy) {

        public boolean isConfirmed() {
            return confirmedAt != null;
        }
    }

    /** What a child's school was told, or why it is not told. */
    public record School(int place, SchoolState state, Instant at, @Nullable String why, String recordedBy) {}

    public Optional<School> school(int place) {
        return schools.stream().filter(school -> school.place() == place).findFirst();
    }

    /** The children whose school neither knows nor is exempt. */
    public List<Integer> withoutNotice() {
        return places.stream().filter(place -> school(place).isEmpty()).toList();
    }
}
