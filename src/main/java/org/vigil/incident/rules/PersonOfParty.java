package org.vigil.incident.rules;

import java.util.ArrayList;
import org.vigil.incident.Party;
import org.vigil.person.IdentifierScheme;
import org.vigil.person.NameKind;
import org.vigil.person.PersonDetails;
import org.vigil.person.PersonPart;
import org.vigil.person.Sex;
import org.vigil.person.BirthDate;

/** What a call says of a party, as what is said of a person. */
public final class PersonOfParty {

    private PersonOfParty() {}

    public static PersonDetails details(Party party) {
        var parts = new ArrayList<PersonPart>();
        parts.add(new PersonPart.Name(NameKind.USED, party.givenName(), party.familyName()));
        if (party.dateOfBirth() != null) {
            parts.add(new PersonPart.Birth(BirthDate.of(party.dateOfBirth())));
        }
        party.identifiers().forEach(id -> parts.add(
                new PersonPart.Identifier(IdentifierScheme.valueOf(id.scheme().name()), id.value())));
        if (party.phone() != null) {
            parts.add(new PersonPart.Phone(party.phone(), null));
        }
        var home = party.address();
        if (home != null) {
            parts.add(new PersonPart.Address(home.line(), home.postcode(), null, null, false));
        }
        return new PersonDetails(Sex.ofFeed(party.sex()), parts);
    }
}
