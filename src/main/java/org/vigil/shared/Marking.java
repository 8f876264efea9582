package org.vigil.shared;

/**
 * The marking that every screen, print and export carries.
 *
 * @param demonstration whether what is shown is made up
 */
public record Marking(boolean demonstration) {

    /** "OFFICIAL-SENSITIVE", and on a demonstration that it is one. */
    public String text() {
        return demonstration ? "OFFICIAL-SENSITIVE · DEMONSTRATION" : "OFFICIAL-SENSITIVE";
    }
}
