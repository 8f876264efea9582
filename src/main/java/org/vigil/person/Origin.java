package org.vigil.person;

/** Who said it: a feed, or an officer whom no feed contradicts. */
public enum Origin {
    FEED("Feed"),
    HAND("Officer");

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
