package org.vigil.person;

import org.jspecify.annotations.Nullable;

/**
 * A party of a record as somebody may see it.
 *
 * @param place the record's own number for them
 * @param name by which they are shown: as said, or in words why it is held back
 * @param person whose page may be opened or asked for; null while nobody knows who it is, and where that is closed
 * @param heldBack whether who it is does not show
 * @param said what the record says of them without a protected address; null where it is held back
 */
public record ShownParty(
        int place, String role, String name, @Nullable Long person, boolean heldBack, @Nullable NamedPerson said) {

    static ShownParty heldBack(NamedParty party, String words, @Nullable Long person) {
        return new ShownParty(party.place(), party.role(), words, person, true, null);
    }
}
