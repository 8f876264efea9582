package org.vigil.incident.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.ClockStart;
import org.vigil.incident.Locality;

/**
 * A force's grades and attendance targets, in force from one date to another. Source: force grade policy; the shipped
 * one is an example to be superseded.
 *
 * @param validTo exclusive, or null while it is in force
 */
public record GradePolicy(
        long id, String name, String basis, Instant validFrom, @Nullable Instant validTo, List<Grade> grades) {

    public GradePolicy {
        grades = grades.stream().sorted(Comparator.comparingInt(Grade::urgency)).toList();
    }

    /**
     * One grade of a policy.
     *
     * @param urgency 1 is the most urgent
     * @param urbanMinutes to the first officers at the scene; null with ruralMinutes where there is no target
     */
    public record Grade(
            int urgency,
            String name,
            @Nullable Integer urbanMinutes,
            @Nullable Integer ruralMinutes,
            ClockStart clockStarts) {

        /** "15 min urban, 20 min rural, counted from received", or that there is none. */
        public String targetInWords() {
            if (urbanMinutes == null || ruralMinutes == null) {
                return "no attendance target";
            }
            var minutes = urbanMinutes.equals(ruralMinutes)
                    ? urbanMinutes + " min"
                    : urbanMinutes + " min urban, " + ruralMinutes + " min rural";
            return minutes + ", counted from " + clockStarts.label();
        }

        /** The target for a locality; where that is not known, the stricter of the two. */
        public OptionalInt minutes(@Nullable Locality locality) {
            if (urbanMinutes == null || ruralMinutes == null) {
                return OptionalInt.empty();
            }
            if (locality == null) {
                return OptionalInt.of(Math.min(urbanMinutes, ruralMinutes));
            }
            return OptionalInt.of(locality == Locality.URBAN ? urbanMinutes : ruralMinutes);
        }
    }

    public Optional<Grade> grade(@Nullable String name) {
        return grades.stream().filter(grade -> grade.name().equals(name)).findFirst();
    }

    /** Whether the second grade is less urgent than the first; false where the policy does not know one of them. */
    public boolean isLower(@Nullable String from, @Nullable String to) {
        var before = grade(from);
        var after = grade(to);
        return before.isPresent() && after.isPresent() && after.get().urgency() > before.get().urgency();
    }

    public boolean isInForceAt(Instant at) {
        return !at.isBefore(validFrom) && (validTo == null || at.isBefore(validTo));
    }
}
