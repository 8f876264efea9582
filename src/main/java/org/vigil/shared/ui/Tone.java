package org.vigil.shared.ui;

/** How a pill or a badge is coloured; its words say the same, so that nothing rests on colour alone. */
public enum Tone {
    /** Breached, refused, in danger. */
    BAD,
    /** Soon, doubtful, incomplete. */
    WARN,
    /** Done, in force, met. */
    OK,
    /** New or informing. */
    NEW,
    /** Neither good nor bad. */
    NEUTRAL;

    /** The class that console.css colours. */
    public String cssClass() {
        return "tone-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
