package org.vigil.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Somebody no other test knows: {@code SomePerson.anew().born("1990-05-17").ringing("07700 900123")}. */
public final class SomePerson {

    private final List<PersonPart> parts = new ArrayList<>();
    private Sex sex = Sex.NOT_ASKED;
    private String role = "VICTIM";

    private SomePerson() {}

    /** Names that nobody else in the database has, nor any like them: of one beginning, some would be taken for one name. */
    public static SomePerson anew() {
        return called(letters(), letters());
    }

    public static SomePerson called(String given, String family) {
        var person = new SomePerson();
        person.parts.add(new PersonPart.Name(NameKind.USED, given, family));
        return person;
    }

    /** Eight letters at random. */
    public static String letters() {
        var letters = new StringBuilder();
        UUID.randomUUID().toString().replace("-", "").substring(0, 8).chars().forEach(
                digit -> letters.append((char) ('a' + Character.digit(digit, 16))));
        return letters.toString();
    }

    /** A birthday that hardly anybody else has. */
    public static LocalDate day() {
        return LocalDate.of(1940, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(18_000));
    }

    /** A day in the life of a child that hardly any other child was born on. */
    public static LocalDate childsDay() {
        return LocalDate.now().minusDays(365 * 5 + ThreadLocalRandom.current().nextInt(365 * 8));
    }

    /** A postcode where hardly anybody else lives. */
    public static String postcode() {
        return postcode(ThreadLocalRandom.current());
    }

    /** The postcode that this throw of the dice gives, in letters that its second half may have. */
    public static String postcode(Random dice) {
        var letters = "ABDEFGHJLNPQRSTUWXYZ";
        return "PR%d %d%c%c".formatted(dice.nextInt(10, 100), dice.nextInt(10), letters.charAt(dice.nextInt(20)),
                letters.charAt(dice.nextInt(20)));
    }

    public SomePerson born(String date) {
        parts.add(new PersonPart.Birth(BirthDate.of(LocalDate.parse(date))));
        return this;
    }

    public SomePerson ringing(String number) {
        parts.add(new PersonPart.Phone(number, null));
        return this;
    }

    public SomePerson at(String line, String postcode) {
        parts.add(new PersonPart.Address(line, postcode, null, null, false));
        return this;
    }

    public SomePerson sexed(Sex given) {
        sex = given;
        return this;
    }

    /** In the part that they have there, which is a victim's unless said otherwise. */
    public SomePerson as(String part) {
        role = part;
        return this;
    }

    public SomePerson known(IdentifierScheme scheme, String number) {
        parts.add(new PersonPart.Identifier(scheme, number));
        return this;
    }

    public PersonDetails details() {
        return new PersonDetails(sex, parts);
    }

    public PersonPart.Name name() {
        return (PersonPart.Name) parts.getFirst();
    }

    /** As a party of some record of another module. */
    public PersonParty in(SubjectRef subject, int place) {
        return PersonParty.of(subject, place, role, details());
    }

    /** A record of another module that no other test knows. */
    public static SubjectRef someCall() {
        var id = Math.abs(UUID.randomUUID().getMostSignificantBits()) % 1_000_000_000_000L + 1_000_000_000L;
        return new SubjectRef(SubjectType.INCIDENT, id, "CALL-" + id);
    }
}
