package org.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigil.person.BirthDate;
import org.vigil.person.NameKind;
import org.vigil.person.PersonDetails;
import org.vigil.person.PersonPart;
import org.vigil.person.Sex;

/** Records of which it is known who is who, in the formats in which such files are published. */
final class PersonFiles {

    static final Path FOLDER = Path.of("../shared/data/person-matching");

    private PersonFiles() {}

    /**
     * A record, and which person it is: known to the measurement and never to the matching.
     *
     * @param original whether it is the person's own record, of which the others are bad copies; false where nobody says so
     * @param typed what an officer who has it in hand types into the search
     */
    record Labelled(String person, PersonDetails details, boolean original, String typed) {}

    /** FEBRL: the person is the number in {@code rec-N-…}; soc_sec_id is not read. */
    static List<Labelled> febrl(Path file) throws IOException {
        var records = new ArrayList<Labelled>();
        for (var cells : rows(file)) {
            var parts = new ArrayList<PersonPart>();
            parts.add(new PersonPart.Name(NameKind.USED, cells[1], cells[2]));
            if (cells[9].length() == 8) {
                born(parts, cells[9].substring(0, 4), cells[9].substring(4, 6), cells[9].substring(6));
            }
            var line = Stream.of(cells[3], cells[4], cells[5], cells[6])
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
            home(parts, line, cells[7]);
            var id = cells[0].split("-");
            records.add(new Labelled(
                    id[1], new PersonDetails(Sex.NOT_ASKED, parts), id[2].equals("org"), typed(cells)));
        }
        return records;
    }

    /** fake_1000: the person is the cluster. */
    static List<Labelled> fake(Path file) throws IOException {
        var records = new ArrayList<Labelled>();
        for (var cells : rows(file)) {
            var parts = new ArrayList<PersonPart>();
            parts.add(new PersonPart.Name(NameKind.USED, cells[1], cells[2]));
            if (cells[3].length() == 10) {
                born(parts, cells[3].substring(0, 4), cells[3].substring(5, 7), cells[3].substring(8));
            }
            home(parts, cells[4], "");
            if (!cells[5].isEmpty()) {
                parts.add(new PersonPart.Email(cells[5], null));
            }
            records.add(new Labelled(cells[6], new PersonDetails(Sex.NOT_ASKED, parts), false, ""));
        }
        return records;
    }

    /** The name and the date of birth; house and street as well, where one of those is missing. */
    private static String typed(String[] cells) {
        var born = cells[9].length() == 8
                ? cells[9].substring(6) + "/" + cells[9].substring(4, 6) + "/" + cells[9].substring(0, 4)
                : "";
        var isWhole = !cells[1].isEmpty() && !cells[2].isEmpty() && !born.isEmpty();
        return Stream.concat(
                        Stream.of(cells[1], cells[2], born),
                        isWhole ? Stream.empty() : Stream.of(cells[3], cells[4]))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static void born(List<PersonPart> parts, String year, String month, String day) {
        var date = new BirthDate(Integer.valueOf(year), Integer.valueOf(month), Integer.valueOf(day), false);
        if (date.isPossible() && date.year() <= LocalDate.of(2026, 1, 1).getYear()) {
            parts.add(new PersonPart.Birth(date));
        }
    }

    private static void home(List<PersonPart> parts, String line, String postcode) {
        if (!line.isEmpty() || !postcode.isEmpty()) {
            parts.add(new PersonPart.Address(line, postcode, null, null, false));
        }
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> Stream.of(line.split(",", -1)).map(String::strip).toArray(String[]::new))
                .toList();
    }
}
