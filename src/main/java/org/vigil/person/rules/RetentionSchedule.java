package org.vigil.person.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.person.BirthDate;
import org.vigil.shared.UkTime;

/**
 * The review groups in force on a day and what follows from them. Source: College of Policing, APP on the management of
 * police information, review, retention and disposal; the figures are data.
 */
public final class RetentionSchedule {

    private static final Set<ReviewFacts.Sign> NO_SIGN =
            Set.of(new ReviewFacts.Sign(ReviewGround.Kind.NONE, "", false, false));

    private final List<ReviewGroup> groups;
    private final List<ReviewGround> grounds;

    /** @param day the rows that hold on it are taken */
    public RetentionSchedule(List<ReviewGroup> groups, List<ReviewGround> grounds, LocalDate day) {
        this.groups = groups.stream()
                .filter(group -> holds(group.validFrom(), group.validTo(), day))
                .sorted(Comparator.comparingInt(ReviewGroup::number))
                .toList();
        this.grounds = grounds.stream()
                .filter(ground -> holds(ground.validFrom(), ground.validTo(), day))
                .toList();
    }

    private static boolean holds(LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return !from.isAfter(day) && (to == null || to.isAfter(day));
    }

    /** The groups, the strictest first. */
    public List<ReviewGroup> groups() {
        return groups;
    }

    /** @throws IllegalStateException where the schedule has no such group on its day */
    public ReviewGroup group(int number) {
        return groups.stream()
                .filter(group -> group.number() == number)
                .max(Comparator.comparing(ReviewGroup::validFrom))
                .orElseThrow(() -> new IllegalStateException("No review group " + number + " is in force"));
    }

    /** Of somebody of whom nothing is known yet. */
    public NextReview ofNewcomer(LocalDate today) {
        return next(new ReviewFacts(Set.of(), null, new ReviewFacts.Event("being entered", today), null, List.of()));
    }

    /** Group and next review: a clear period from the last event on or, where that is later, from the last review. */
    public NextReview next(ReviewFacts facts) {
        var ground = ground(facts.signs());
        var chosen = facts.chosenGroup();
        var group = group(chosen == null ? ground.group() : chosen);
        var clear = facts.last().on().plusYears(group.clearYears());
        var on = clear;
        var basis = years(group.clearYears()) + " after the last event, " + facts.last().what() + " on "
                + UkTime.day(facts.last().on());
        var reviewed = facts.reviewedOn();
        if (reviewed != null && reviewed.plusYears(group.reviewYears()).isAfter(clear)) {
            on = reviewed.plusYears(group.reviewYears());
            basis = years(group.reviewYears()) + " after the review of " + UkTime.day(reviewed);
        }
        var keptUntil = keptUntil(group, facts.births());
        var ageCounts = keptUntil != null
                && keptUntil.isBefore(on)
                && keptUntil.isAfter(facts.last().on())
                && (reviewed == null || keptUntil.isAfter(reviewed));
        if (ageCounts) {
            on = Objects.requireNonNull(keptUntil);
            basis = "the person is " + group.keptToAge() + " on that day, until which the record is kept";
        }
        return new NextReview(
                group.number(),
                chosen == null ? ground.why() : "chosen by an officer",
                on,
                basis,
                keptUntil,
                facts.last().on());
    }

    private ReviewGround ground(Set<ReviewFacts.Sign> signs) {
        return Stream.of(signs, NO_SIGN)
                .flatMap(some -> grounds.stream()
                        .filter(ground -> some.stream().anyMatch(ground::fits))
                        .min(Comparator.comparingInt(ReviewGround::group))
                        .stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No ground of the retention schedule fits a record"));
    }

    /** Of several claimed births the latest counts, of one known in part its last day: the record is rather kept too long. */
    private static @Nullable LocalDate keptUntil(ReviewGroup group, List<BirthDate> births) {
        var age = group.keptToAge();
        return age == null
                ? null
                : births.stream()
                        .flatMap(birth -> latest(birth).stream())
                        .max(Comparator.naturalOrder())
                        .map(day -> day.plusYears(age))
                        .orElse(null);
    }

    private static java.util.Optional<LocalDate> latest(BirthDate birth) {
        var year = birth.year();
        if (year == null || !birth.isPossible()) {
            return java.util.Optional.empty();
        }
        var month = birth.month() == null ? 12 : birth.month();
        var day = birth.day() == null ? java.time.YearMonth.of(year, month).lengthOfMonth() : birth.day();
        return java.util.Optional.of(LocalDate.of(year, month, day));
    }

    private static String years(int number) {
        return number == 1 ? "1 year" : number + " years";
    }
}
