package org.vigil.person.search.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks once a session, with one tap, what a search without a case is for; the log keeps the answer. */
final class PurposeBar extends Div {

    private static final List<String> PURPOSES = List.of("Incident", "Enquiry", "Safeguarding", "Disclosure");
    private static final int LONGEST = 80;

    private final Consumer<String> given;

    PurposeBar(Consumer<String> given) {
        this.given = given;
        addClassNames("purpose", "no-print");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "Purpose of the search");
        show();
    }

    /** What was said in this session. */
    Optional<String> purpose() {
        var session = VaadinSession.getCurrent();
        return Optional.ofNullable(session == null ? null : (String) session.getAttribute("search.purpose"));
    }

    private void show() {
        purpose().ifPresentOrElse(this::told, () -> ask());
    }

    private void told(String purpose) {
        removeAll();
        var change = new Button("Change the purpose", click -> ask().focus());
        change.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        add(new Span("Searching for: " + purpose), change);
    }

    /** Answers the first chip, for whoever came here by a key and must not lose their place. */
    private Button ask() {
        removeAll();
        var chips = PURPOSES.stream().map(purpose -> chip(purpose, () -> choose(purpose))).toList();
        add(new Span("What is this search for?"));
        chips.forEach(this::add);
        add(chip("Other", this::askWord));
        return chips.getFirst();
    }

    private void askWord() {
        removeAll();
        var word = new TextField("What for, in a word?");
        word.setMaxLength(LONGEST);
        var use = new Button("Use this purpose", click -> chosen(word.getValue()));
        // A field tells its value when it is left: without this, Enter would act on what stood there before.
        use.addClickShortcut(com.vaadin.flow.component.Key.ENTER).listenOn(this).resetFocusOnActiveElement();
        add(word, use);
        word.focus();
    }

    private void chosen(@Nullable String word) {
        var said = word == null ? "" : word.strip();
        if (!said.isEmpty()) {
            choose("Other: " + said);
        }
    }

    private void choose(String purpose) {
        VaadinSession.getCurrent().setAttribute("search.purpose", purpose);
        told(purpose);
        given.accept(purpose);
    }

    private static Button chip(String text, Runnable action) {
        var chip = new Button(text, click -> action.run());
        chip.addClassName("purpose-chip");
        return chip;
    }
}
