package org.vigil.person;

/** The kinds of data that an erasure takes away, as its certificate counts them. */
public enum ErasedData {
    NAMES("Names"),
    BIRTHS("Dates of birth"),
    IDENTIFIERS("PNC, CRO, local and custody numbers"),
    PHONES("Telephone numbers"),
    EMAILS("E-mail addresses"),
    ADDRESSES("Addresses"),
    DETAILS("Details of the record itself: description, language, safe contact, restriction"),
    CHARACTERISTICS("Protected characteristics"),
    MARKERS("Markers"),
    FLAGS("Flags in other systems"),
    RELATIONSHIPS("Relationships"),
    EXTERNAL_RECORDS("Records of other systems"),
    PHOTOGRAPHS("Photographs"),
    MATCHES("Possible duplicates"),
    MERGE_REASONS("Reasons of merges"),
    ACCESS("Accounts on the access list, and glass that was broken"),
    LINKS("Links to calls"),
    PARTIES("Parties of calls made anonymous"),
    MATCHING_KEYS("Keys of the matching"),
    SEARCH_ENTRIES("Entries of the search");

    private final String label;

    ErasedData(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
