package org.vigil.board;

/** How many rows of each column are wanted. */
public record BoardDepth(int breached, int due, int fresh) {

    /** What a column shows before it is opened. */
    public static final int FIRST = 5;
    /** What it shows once it is opened; the rest is in the list that it belongs to. */
    public static final int OPENED = 50;

    public static BoardDepth first() {
        return new BoardDepth(FIRST, FIRST, FIRST);
    }

    /** Counts alone. */
    public static BoardDepth counts() {
        return new BoardDepth(0, 0, 0);
    }
}
