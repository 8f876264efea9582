package org.vigil.incident.rules;

import org.vigil.incident.Party;
import org.vigil.person.IdentifierScheme;
import org.vigil.person.NamedAddress;
import org.vigil.person.NamedIdentifier;
import org.vigil.person.NamedPerson;
import org.vigil.person.PersonDetails;

/** What a call says of a party, as what is said of a person. */
public final class PersonOfParty {

    private PersonOfParty() {}

    public static PersonDetails details(Party party) {
        var home = party.address();
        return new NamedPerson(
                        party.givenName(),
                        party.familyName(),
                        party.dateOfBirth(),
                        party.sex(),
                        party.phone(),
                        home == null ? null : new NamedAddress(home.line(), home.postcode()),
                        party.identifiers().stream()
                                .map(id -> new NamedIdentifier(
                                        IdentifierScheme.valueOf(id.scheme().name()), id.value()))
                                .toList())
                .details();
    }
}
