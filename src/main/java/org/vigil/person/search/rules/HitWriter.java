package org.vigil.person.search.rules;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.person.MarkerType;
import org.vigil.person.PersonMeasure;
import org.vigil.person.rules.EmailKeys;
import org.vigil.person.search.MarkedText;
import org.vigil.person.search.SearchHit;

/** Writes a row of the results: who was found, what matched, and why. */
public final class HitWriter {

    private final Terms terms;
    private final List<Candidates> words;

    /** @param words one for each word of the query's name, in its order */
    public HitWriter(Terms terms, List<Candidates> words) {
        this.terms = terms;
        this.words = words;
    }

    /** The row of a person. */
    public SearchHit write(HeldCard card, Evidence evidence, List<PersonMeasure> measures) {
        var matched = matched(evidence);
        var names = card.names().stream()
                .map(name -> Marks.words(name.text(), matched))
                .toList();
        var own = names.isEmpty() ? MarkedText.plain("Name not known") : names.getFirst();
        var best = names.stream()
                .max(Comparator.comparingInt(HitWriter::markedLength))
                .filter(name -> markedLength(name) > markedLength(own))
                .orElse(null);
        return new SearchHit(
                card.personId(),
                own,
                best,
                card.births().isEmpty() ? null : iso(card.births().getFirst()),
                card.births().stream().map(this::birth).toList(),
                card.identifiers().stream().map(this::identifier).toList(),
                card.phones().stream().map(this::phone).toList(),
                card.emails().stream().map(this::email).toList(),
                card.addresses().stream().map(this::address).toList(),
                card.warnings().stream().map(MarkerType::label).toList(),
                Stream.concat(measures.stream(), card.flags().stream().map(HitWriter::flag)).toList(),
                false,
                reasons(evidence));
    }

    /** It must stand in another system and does not yet: whoever meets the person can't find it there. */
    private static PersonMeasure flag(HeldCard.Flag flag) {
        return new PersonMeasure("Flag to be chased", flag.system().label() + ": " + flag.what(), false, false, null);
    }

    private static int markedLength(MarkedText text) {
        return text.marks().stream().mapToInt(mark -> mark.to() - mark.from()).sum();
    }

    private static Set<String> matched(Evidence evidence) {
        var matched = new HashSet<String>();
        evidence.names().values().forEach(name -> matched.add(name.known().word()));
        return matched;
    }

    private MarkedText birth(BirthClue.Born born) {
        var clue = terms.birth();
        var fit = clue == null ? BirthClue.Fit.NONE : clue.fit(born);
        // What fits only nearly says so in words; a mark would say that it is what was typed.
        return Marks.whole(text(born), fit == BirthClue.Fit.FULL || fit == BirthClue.Fit.PARTLY);
    }

    /** "12 Mar 1984", "Mar 1984", "1984". */
    static String text(BirthClue.Born born) {
        var parts = new ArrayList<String>();
        if (born.day() != null) {
            parts.add(born.day().toString());
        }
        if (born.month() != null) {
            parts.add(Month.of(born.month()).getDisplayName(TextStyle.SHORT, Locale.UK).replace("Sept", "Sep"));
        }
        parts.add(born.year() == null ? "year not known" : born.year().toString());
        return String.join(" ", parts);
    }

    private static @Nullable String iso(BirthClue.Born born) {
        if (born.year() == null) {
            return null;
        }
        var month = born.month() == null ? "" : "-%02d".formatted(born.month());
        return born.year() + month + (born.month() == null || born.day() == null ? "" : "-%02d".formatted(born.day()));
    }

    private MarkedText identifier(HeldCard.Identifier identifier) {
        var text = identifier.scheme() + " " + identifier.value();
        var fits = terms.references().stream().anyMatch(asked -> asked.keys().contains(identifier.key()));
        return fits
                ? new MarkedText(
                        text, List.of(new MarkedText.Range(identifier.scheme().length() + 1, text.length())))
                : MarkedText.plain(text);
    }

    private MarkedText phone(HeldCard.Phone phone) {
        if (terms.phones().contains(phone.digits())) {
            return MarkedText.whole(phone.number());
        }
        var end = terms.phoneEnds().stream().filter(phone.digits()::endsWith).findFirst();
        return end.isEmpty()
                ? MarkedText.plain(phone.number())
                : new MarkedText(
                        phone.number(),
                        List.of(new MarkedText.Range(
                                startOfLast(phone.number(), end.get().length()), phone.number().length())));
    }

    /** Where the last so many figures of a text begin. */
    private static int startOfLast(String text, int figures) {
        var at = text.length();
        for (var left = figures; left > 0 && at > 0; ) {
            at--;
            left -= Character.isDigit(text.charAt(at)) ? 1 : 0;
        }
        return at;
    }

    private MarkedText email(String email) {
        return Marks.whole(email, terms.emails().contains(EmailKeys.of(email)));
    }

    private MarkedText address(HeldCard.Address address) {
        var text = address.text();
        var marks = new ArrayList<MarkedText.Range>();
        var street = terms.street();
        if (street != null && StreetName.isAt(street, address.line())) {
            Collection<String> asked = new HashSet<>(street.words());
            asked.addAll(StreetName.of(String.join(" ", street.words())).words());
            if (street.number() != null) {
                asked.add(street.number());
            }
            marks.addAll(Marks.words(text, asked).marks());
        }
        var postcode = address.postcode();
        if (postcode != null && terms.postcodes().stream().anyMatch(asked -> asked.fits(address.postcodeKey()))) {
            var from = text.length() - postcode.length();
            marks.removeIf(mark -> mark.to() > from);
            marks.add(new MarkedText.Range(from, text.length()));
        }
        return new MarkedText(text, marks);
    }

    private List<String> reasons(Evidence evidence) {
        var reasons = new ArrayList<String>();
        evidence.records().forEach(record -> reasons.add("Named in " + record));
        if (evidence.has(Evidence.Clue.REFERENCE) && evidence.records().isEmpty()) {
            reasons.add("Reference");
        }
        if (evidence.has(Evidence.Clue.PHONE)) {
            reasons.add("Phone number");
        }
        if (evidence.has(Evidence.Clue.PHONE_END)) {
            reasons.add("End of a phone number");
        }
        if (evidence.has(Evidence.Clue.EMAIL)) {
            reasons.add("E-mail address");
        }
        evidence.names().forEach((at, found) -> reasons.add(name(words.get(at).asked(), found)));
        var birth = birth(evidence);
        if (birth != null) {
            reasons.add(birth);
        }
        if (evidence.has(Evidence.Clue.HOUSE)) {
            reasons.add("Address");
        } else if (evidence.has(Evidence.Clue.STREET)) {
            reasons.add("Street");
        }
        if (evidence.has(Evidence.Clue.POSTCODE)) {
            reasons.add("Postcode");
        } else if (evidence.has(Evidence.Clue.POSTCODE_PART)) {
            reasons.add("Postcode area");
        }
        return reasons;
    }

    private static String name(Asked asked, Candidate found) {
        var word = capital(found.known().word());
        return found.closeness().way().says(word, asked.written());
    }

    private @Nullable String birth(Evidence evidence) {
        var clue = terms.birth();
        if (clue == null || evidence.birth() == BirthClue.Fit.NONE) {
            return null;
        }
        var what = switch (clue.kind()) {
            case AGE -> "Age";
            case YEAR -> "Year of birth";
            case BIRTHDAY -> "Day of birth";
            default -> "Date of birth";
        };
        var fit = switch (evidence.birth()) {
            case FULL -> "";
            case PARTLY -> ", as far as it is known";
            default -> ", nearly";
        };
        var otherwise = evidence.isBornThen() && evidence.names().isEmpty() && !terms.names().isEmpty();
        return what + fit + (otherwise ? "; the name differs" : "");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.UK) + word.substring(1);
    }
}
