package org.vigil.shared.ui;

/** A short fact beside a row's title: it informs and asks for nothing. */
public record Badge(String text, Tone tone) {

    public static Badge of(String text) {
        return new Badge(text, Tone.NEUTRAL);
    }
}
