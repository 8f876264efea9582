package org.vigil.person.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigil.person.BirthDate;
import org.vigil.person.HeldPart;
import org.vigil.person.PartState;
import org.vigil.person.Person;
import org.vigil.person.PersonPage;
import org.vigil.person.PersonPart;
import org.vigil.shared.UkTime;

/** Who somebody is to us, in words. */
public final class PersonAnswer {

    private PersonAnswer() {}

    /** "35, born 17 May 1990; 3 Mar 1989 is claimed too", told so that nobody takes a claim for a fact. */
    public static String born(Person person, LocalDate today) {
        var births = person.parts(PersonPart.Birth.class).stream()
                .filter(held -> held.state() == PartState.CURRENT)
                // As the search's rows have it: what was claimed first, a guess last.
                .sorted(Comparator.<HeldPart<PersonPart.Birth>, Boolean>comparing(held -> held.part().date().estimated())
                        .thenComparing(HeldPart::id))
                .map(HeldPart::part)
                .distinct()
                .toList();
        if (births.isEmpty()) {
            return "Date of birth not known";
        }
        var first = births.getFirst();
        var age = age(first.date(), today);
        var said = (age.isEmpty() ? "" : age + ", ") + "born " + first.words();
        if (births.size() == 1) {
            return said;
        }
        return "Several dates of birth claimed: " + said + "; also "
                + births.stream()
                        .skip(1)
                        .map(other -> other.words() + ages(other.date(), today))
                        .collect(Collectors.joining("; "));
    }

    private static String ages(BirthDate birth, LocalDate today) {
        var age = age(birth, today);
        return age.isEmpty() ? "" : " (" + age + ")";
    }

    /** "35", or "34 or 35" where only the year is known, "about 35" where it was guessed. */
    public static String age(BirthDate birth, LocalDate today) {
        var year = birth.year();
        if (year == null || year > today.getYear() || !birth.isPossible()) {
            return "";
        }
        var month = birth.month();
        var day = birth.day();
        if (month != null && day != null && !birth.estimated()) {
            var born = LocalDate.of(year, month, day);
            return born.isAfter(today) ? "" : Integer.toString(Period.between(born, today).getYears());
        }
        var oldest = today.getYear() - year;
        if (birth.estimated()) {
            return "about " + oldest;
        }
        return oldest == 0 ? "under 1" : oldest - 1 + " or " + oldest;
    }

    /** The other names that hold, without that by which the person is shown. */
    public static Set<String> otherNames(Person person) {
        var names = person.parts(PersonPart.Name.class).stream()
                .filter(held -> held.state() != PartState.WRONG)
                .map(held -> held.part().words())
                .filter(name -> !name.isEmpty() && !name.equals(person.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        return names;
    }

    /** "Suspect in 3, victim in 1 of what is recorded. The last: Tue 3 Mar 2026, Call 1193." */
    public static String standing(PersonPage page) {
        var counts = new LinkedHashMap<String, Integer>();
        var withRoles = page.chronology().stream()
                .map(PersonPage.ChronologyEntry::entry)
                .filter(entry -> !entry.roles().isEmpty())
                .toList();
        withRoles.forEach(entry -> entry.roles().forEach(role -> counts.merge(role, 1, Integer::sum)));
        if (counts.isEmpty()) {
            return page.elsewhere() > 0
                    ? "Nothing is recorded in your areas; " + elsewhere(page.elsewhere())
                    : "Not named in any call or case that the console holds.";
        }
        var parts = counts.entrySet().stream()
                .sorted((one, other) -> other.getValue() - one.getValue())
                .map(each -> each.getKey().toLowerCase(Locale.UK) + " in " + each.getValue())
                .toList();
        var last = withRoles.getFirst();
        return capital(joined(parts)) + ". The last: " + last.title() + ", "
                + UkTime.day(UkTime.localDay(last.at())) + ", as " + joined(last.roles()).toLowerCase(Locale.UK) + "."
                + (page.elsewhere() > 0 ? " " + capital(elsewhere(page.elsewhere())) : "");
    }

    /** What the viewer's areas keep from them, so that nobody takes the list for the whole. */
    public static String elsewhere(int count) {
        return (count == 1 ? "1 more lies" : count + " more lie")
                + " outside your areas: a supervisor of the whole force can say more.";
    }

    private static String joined(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
