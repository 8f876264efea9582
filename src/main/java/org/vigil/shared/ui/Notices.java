package org.vigil.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.springframework.security.access.AccessDeniedException;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.InvalidInputException;

/**
 * Tells the user what happened. What went well is said politely and leaves by itself; what went wrong stays until it is
 * closed.
 */
public final class Notices {

    private static final int LEAVES_AFTER_MS = 6_000;
    private static final int UNDO_LEAVES_AFTER_MS = 20_000;

    private Notices() {}

    /** "Alert acknowledged": polite, leaves by itself. */
    public static void done(String what) {
        var notice = new Notification(what, LEAVES_AFTER_MS, Notification.Position.BOTTOM_START);
        notice.setAssertive(false);
        notice.open();
    }

    /** As {@link #done(String)}, with a way back. */
    public static void done(String what, Runnable undo) {
        var notice = new Notification();
        var button = new Button("Undo", click -> {
            notice.close();
            undo.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        show(notice, what, button, UNDO_LEAVES_AFTER_MS);
        notice.setAssertive(false);
    }

    /** What went wrong and what to do next; stays until closed, and is announced at once. */
    public static void problem(String what) {
        var notice = new Notification();
        notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notice.setAssertive(true);
        var close = new Button("Close", click -> notice.close());
        close.addThemeVariants(ButtonVariant.LUMO_SMALL);
        show(notice, what, close, 0);
    }

    /**
     * Does something that may be refused for a reason the user can act on: bad input, a record that someone else
     * changed, a duty that does not allow it. Such a refusal is shown; anything else goes to the error handler.
     *
     * @return whether it was done
     */
    public static boolean attempt(Runnable action) {
        try {
            action.run();
            return true;
        } catch (InvalidInputException | ChangedMeanwhileException refused) {
            problem(String.valueOf(refused.getMessage()));
        } catch (AccessDeniedException refused) {
            problem("Your duty does not allow this. If it should, ask an administrator. The attempt was logged.");
        }
        return false;
    }

    private static void show(Notification notice, String what, Button button, int duration) {
        var words = new Div(new Span(what), button);
        words.addClassName("notice");
        notice.add(words);
        notice.setDuration(duration);
        notice.setPosition(Notification.Position.BOTTOM_START);
        notice.open();
    }
}
