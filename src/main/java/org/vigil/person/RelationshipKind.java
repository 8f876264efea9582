package org.vigil.person;

/** What one person is to another. */
public enum RelationshipKind {
    PARTNER("Partner"),
    FORMER_PARTNER("Former partner"),
    PARENT("Parent"),
    CHILD("Child"),
    CHILD_IN_HOUSEHOLD("Child in the household"),
    SIBLING("Brother or sister"),
    OTHER_FAMILY("Other family"),
    HOUSEHOLD("Same household"),
    CARER("Carer"),
    OTHER("Other");

    private final String label;

    RelationshipKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** What the other is in return: the parent of a child is its parent, and the child theirs. */
    public RelationshipKind inReturn() {
        return switch (this) {
            case PARENT -> CHILD;
            case CHILD -> PARENT;
            case PARTNER, FORMER_PARTNER, SIBLING, OTHER_FAMILY, HOUSEHOLD, OTHER -> this;
            case CHILD_IN_HOUSEHOLD, CARER -> OTHER;
        };
    }
}
