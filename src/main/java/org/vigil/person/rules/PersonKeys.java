package org.vigil.person.rules;

import org.vigil.person.BirthDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import org.vigil.person.PersonPart;
import org.vigil.person.Sex;

/** Makes evidence of what is said about somebody: what only fills a field is left out. */
public final class PersonKeys {

    private PersonKeys() {}

    public static Evidence evidence(Collection<? extends PersonPart> parts, Sex sex, LocalDate today) {
        var names = new ArrayList<NameKey>();
        var births = new ArrayList<BirthDate>();
        var identifiers = new HashSet<IdentifierKey>();
        var phones = new HashSet<String>();
        var emails = new HashSet<String>();
        var addresses = new ArrayList<AddressKey>();
        for (var part : parts) {
            switch (part) {
                case PersonPart.Name name -> names.add(NameKey.of(name.given(), name.family()));
                case PersonPart.Birth birth -> births.add(birth.date().credible(today));
                case PersonPart.Identifier id -> identifiers.add(IdentifierKey.of(id.scheme(), id.value()));
                case PersonPart.Phone phone -> phones.add(PhoneKeys.of(phone.number()));
                case PersonPart.Email email -> emails.add(EmailKeys.of(email.address()));
                case PersonPart.Address home -> addresses.add(AddressKey.of(home.line(), home.postcode()));
            }
        }
        identifiers.removeIf(IdentifierKey::isEmpty);
        phones.remove("");
        emails.remove("");
        return new Evidence(names, births, identifiers, phones, emails, addresses, sex);
    }

    /** Whether a part says anything at all: "unknown" in a name's field does not. */
    public static boolean saysSomething(PersonPart part) {
        return switch (part) {
            case PersonPart.Name name -> !NameKey.of(name.given(), name.family()).isEmpty();
            case PersonPart.Birth birth -> !birth.date().isEmpty();
            case PersonPart.Identifier id -> !id.value().isBlank();
            case PersonPart.Phone phone -> !phone.number().isBlank();
            case PersonPart.Email email -> !email.address().isBlank();
            case PersonPart.Address home -> !AddressKey.of(home.line(), home.postcode()).isEmpty();
        };
    }
}
