package org.vigil.shared.ui;

import com.vaadin.flow.component.Component;

/**
 * Single-key shortcuts. The browser presses the named component when its key is struck outside a field, and lists it in
 * the dialog that `?` opens; the user can turn single keys off there. Nothing of it runs on the server.
 */
public final class KeyHelp {

    private KeyHelp() {}

    /**
     * Gives a visible button, link or field a key.
     *
     * @param key one character, such as "a", or two struck one after the other, such as "g b"
     * @param what what it does, as the help lists it: "Acknowledge the alert"
     */
    public static void key(Component target, String key, String what) {
        target.getElement().setAttribute("data-key", key);
        target.getElement().setAttribute("data-key-what", what);
        if (key.length() == 1) {
            target.getElement().setAttribute("aria-keyshortcuts", key);
        }
    }

}
