package org.vigil.bench;

/**
 * One line of a benchmark's table.
 *
 * @param figure what was measured, with its unit
 * @param beside what it was compared with in the same run, with its unit; a dash where the bar is absolute
 * @param ratio the two, or a dash
 * @param bar the bar as the requirement puts it
 */
public record Line(String what, String figure, String beside, String ratio, String bar, boolean met) {

    String verdict() {
        return met ? "met" : "MISSED";
    }
}
