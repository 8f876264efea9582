package org.vigil.testkit;

/** How a screen is looked at. */
public record Look(int width, int height, boolean dark) {

    public static final Look DESK = new Look(1280, 900, false);
    public static final Look DESK_DARK = new Look(1280, 900, true);
    public static final Look PHONE = new Look(390, 844, false);
    public static final Look PHONE_DARK = new Look(390, 844, true);

    @Override
    public String toString() {
        return width + (dark ? " dark" : " light");
    }
}
