package org.vigil.person.search.ui;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.person.MarkerType;
import org.vigil.person.search.FoundRecord;
import org.vigil.person.search.MarkedText;
import org.vigil.person.search.RestrictedNotice;
import org.vigil.person.search.SearchAnswer;
import org.vigil.person.search.SearchHit;
import org.vigil.person.search.ui.FoundList.Hit;
import org.vigil.person.search.ui.FoundList.Line;
import org.vigil.person.search.ui.FoundList.Note;
import org.vigil.person.search.ui.FoundList.Nothing;
import org.vigil.person.search.ui.FoundList.Screen;
import org.vigil.person.search.ui.FoundList.Words;
import org.vigil.shared.ui.Badge;
import org.vigil.shared.ui.Tone;

/** Puts into words what a search found, or why it found nothing. */
final class FoundWords {

    private static final Words EXAMPLES = new Words(
            "What you can type, alone or together",
            List.of(
                    "a name, in any order, as you heard it: kowalsky jan, bob smith",
                    "a date of birth or an age: 12/3/84, 12 March 1984, aged 41",
                    "a phone number, or a postcode or address: 07700 900123, PR7 4QX, 12 Mill Lane",
                    "a reference: a call’s, a PNC, CRO or custody number"));

    private FoundWords() {}

    /** Before anything is typed. */
    static Screen start() {
        return nothing("", "", "Who or what are you looking for?", List.of(EXAMPLES));
    }

    /** The search failed; the log holds why under the reference. */
    static Screen failed(String asked, String reference) {
        return nothing(
                asked,
                "The search did not work",
                "The search did not work",
                List.of(new Words(
                        "What to do",
                        List.of("Press Enter to try again. If it goes on, give this reference to the IT duty desk: "
                                + reference))));
    }

    static Screen screen(String asked, SearchAnswer answer, LocalDate today) {
        if (answer.query().isEmpty()) {
            return start();
        }
        var hits = new ArrayList<Hit>();
        answer.records().forEach(record -> hits.add(record(record)));
        answer.hits().forEach(hit -> hits.add(hit.restricted() ? restricted(hit) : person(hit, today)));
        var notes = new ArrayList<>(answer.notes().stream().map(Note::of).toList());
        var restricted = answer.restricted();
        if (restricted != null) {
            notes.add(note(restricted, hits.isEmpty()));
        }
        if (hits.isEmpty()) {
            return restricted == null
                    ? nobody(asked, answer, notes)
                    : new Screen(
                            asked,
                            "Something restricted was found",
                            understood(answer),
                            List.of(),
                            notes,
                            new Nothing("Something restricted was found", List.of(new Words(restricted.words(), List.of()))));
        }
        if (answer.more()) {
            notes.add(Note.of(
                    "Only the likeliest " + answer.hits().size() + " are shown: add a date of birth, a place or a number."));
        }
        return new Screen(asked, count(hits.size(), answer.more()), understood(answer), hits, notes, null);
    }

    private static Note note(RestrictedNotice restricted, boolean alone) {
        var said = alone ? "It is restricted." : "Something restricted was found as well. " + restricted.words() + ".";
        return restricted.path() == null
                ? Note.of(said)
                : new Note(said, "Cannot wait? Open with a reason", restricted.path());
    }

    /** A name shows by itself how it was taken. */
    private static @Nullable String understood(SearchAnswer answer) {
        return answer.understood().stream().allMatch(part -> part.startsWith("name "))
                ? null
                : "Understood as: " + String.join(", ", answer.understood());
    }

    private static String count(int rows, boolean more) {
        return more ? "The first " + rows + " results" : rows == 1 ? "1 result" : rows + " results";
    }

    private static Screen nobody(String asked, SearchAnswer answer, List<Note> notes) {
        var parts = new ArrayList<Words>();
        if (answer.understood().isEmpty()) {
            parts.add(EXAMPLES);
        } else {
            parts.add(new Words("Understood as", answer.understood()));
            parts.add(new Words(
                    "What you can try",
                    List.of(
                            "only the family name, or only the beginning of it",
                            "another spelling, as it sounds",
                            "something else you know: an age, a street, a phone number")));
        }
        var title = answer.understood().isEmpty() ? "Not enough to look for" : "Nothing found";
        return new Screen(asked, title, null, List.of(), notes, new Nothing(title, parts));
    }

    private static Screen nothing(String asked, String count, String title, List<Words> parts) {
        return new Screen(asked, count, null, List.of(), List.of(), new Nothing(title, parts));
    }

    private static Hit record(FoundRecord record) {
        return new Hit(
                record.subject().type() + "-" + record.subject().id(),
                record.path(),
                MarkedText.whole(record.subject().reference()),
                List.of(Badge.of(record.kind())),
                List.of(),
                record.detail());
    }

    private static Hit restricted(SearchHit hit) {
        return new Hit(
                "restricted-" + hit.personId(),
                "people/" + hit.personId(),
                hit.name(),
                badges(hit),
                measures(hit),
                String.join(" · ", hit.reasons()));
    }

    private static Hit person(SearchHit hit, LocalDate today) {
        var lines = new ArrayList<Line>();
        for (var at = 0; at < hit.births().size(); at++) {
            var text = hit.births().get(at);
            if (at == 0) {
                lines.add(new Line("Born", text, age(hit.dateOfBirth(), today)));
            } else if (!text.marks().isEmpty()) {
                lines.add(Line.of("Also given as born", text));
            }
        }
        var other = hit.otherName();
        if (other != null) {
            lines.add(Line.of("Also known as", other));
        }
        matching("Number", hit.identifiers(), lines);
        matching("Phone", hit.phones(), lines);
        matching("E-mail", hit.emails(), lines);
        address(hit.addresses(), lines);
        lines.addAll(measures(hit));
        var why = hit.reasons().isEmpty() ? null : "Found by: " + String.join(" · ", hit.reasons());
        return new Hit("person-" + hit.personId(), "people/" + hit.personId(), hit.name(), badges(hit), lines, why);
    }

    private static void matching(String label, List<MarkedText> texts, List<Line> lines) {
        texts.stream().filter(text -> !text.marks().isEmpty()).forEach(text -> lines.add(Line.of(label, text)));
    }

    /** The one that was asked for, or else the newest: a place tells people of one name apart. */
    private static void address(List<MarkedText> addresses, List<Line> lines) {
        addresses.stream()
                .filter(address -> !address.marks().isEmpty())
                .findFirst()
                .ifPresentOrElse(
                        asked -> lines.add(
                                Line.of(asked.equals(addresses.getFirst()) ? "Address" : "Also at", asked)),
                        () -> addresses.stream().findFirst().ifPresent(newest -> lines.add(Line.of("Address", newest))));
    }

    private static List<Line> measures(SearchHit hit) {
        return hit.measures().stream()
                .map(measure -> Line.of(measure.kind(), MarkedText.plain(measure.detail())))
                .toList();
    }

    private static List<Badge> badges(SearchHit hit) {
        var badges = new ArrayList<Badge>();
        hit.measures().stream().map(measure -> new Badge(measure.kind(), Tone.BAD)).distinct().forEach(badges::add);
        hit.warnings().forEach(warning -> badges.add(
                isForSafety(warning) ? new Badge("⚠ " + warning, Tone.BAD) : new Badge(warning, Tone.WARN)));
        return badges;
    }

    private static boolean isForSafety(String warning) {
        return Arrays.stream(MarkerType.values()).anyMatch(type -> type.isOfficerSafety() && type.label().equals(warning));
    }

    /** "41 years old", "about 41" where only the year is known. */
    private static @Nullable String age(@Nullable String born, LocalDate today) {
        if (born == null) {
            return null;
        }
        if (born.length() == 10) {
            var years = Period.between(LocalDate.parse(born), today).getYears();
            return years == 1 ? "1 year old" : years + " years old";
        }
        return "about " + (today.getYear() - Integer.parseInt(born.substring(0, 4)));
    }
}
