package org.vigil.incident.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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

    /** Of all that is said about the party but its role: who it is does not hang on that. */
    public static String hash(Party party) {
        try {
            var said = String.join("\n", List.of(
                    String.valueOf(party.givenName()), String.valueOf(party.familyName()),
                    String.valueOf(party.dateOfBirth()), String.valueOf(party.sex()), String.valueOf(party.phone()),
                    String.valueOf(party.address()), String.valueOf(party.identifiers())));
            var digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
