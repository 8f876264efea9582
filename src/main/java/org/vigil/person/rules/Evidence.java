package org.vigil.person.rules;

import org.vigil.person.BirthDate;
import java.util.List;
import java.util.Set;
import org.vigil.person.Sex;

/** What is known of somebody that speaks for or against being somebody else: keys only, empty ones left out. */
public record Evidence(
        List<NameKey> names,
        List<BirthDate> births,
        Set<IdentifierKey> identifiers,
        Set<String> phones,
        Set<String> emails,
        List<AddressKey> addresses,
        Sex sex) {

    public Evidence {
        names = names.stream().filter(name -> !name.isEmpty()).distinct().toList();
        births = births.stream().filter(birth -> !birth.isEmpty()).distinct().toList();
        identifiers = Set.copyOf(identifiers);
        phones = Set.copyOf(phones);
        emails = Set.copyOf(emails);
        addresses = addresses.stream().filter(address -> !address.isEmpty()).distinct().toList();
    }

    /** Whether nothing at all is known by which to find anybody: without a name, a birthday alone or a home alone is not. */
    public boolean isEmpty() {
        return names.isEmpty() && identifiers.isEmpty() && phones.isEmpty() && emails.isEmpty()
                && (addresses.isEmpty() || births.stream().noneMatch(BirthDate::isFull));
    }
}
