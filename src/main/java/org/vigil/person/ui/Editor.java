package org.vigil.person.ui;

import com.vaadin.flow.component.select.Select;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vigil.person.Person;
import org.vigil.person.PersonEdits;
import org.vigil.person.PersonFlags;
import org.vigil.person.PersonPage;
import org.vigil.shared.ui.Notices;

/**
 * What the forms of a person's page work with.
 *
 * @param allowed whether the viewer may change anything
 * @param page the page as it is on screen
 * @param changed reads the page anew
 */
record Editor(
        PersonEdits edits, PersonFlags flags, boolean allowed, Supplier<PersonPage> page, Runnable changed, Clock clock) {

    Person person() {
        return page.get().person();
    }

    long id() {
        return person().id();
    }

    /** The version on screen: what somebody else changed since is refused, and shown before the next try. */
    int version() {
        return person().version();
    }

    /** Does it, says so and reads the page anew; a refusal is told, and what was typed stays. */
    boolean attempt(String done, Runnable action) {
        var went = Notices.attempt(action);
        if (went) {
            Notices.done(done);
        }
        changed.run();
        return went;
    }

    static <T> Select<T> select(String label, List<T> items, Function<T, String> words) {
        var select = new Select<T>();
        select.setLabel(label);
        select.setItems(items);
        select.setItemLabelGenerator(words::apply);
        select.setValue(items.getFirst());
        return select;
    }
}
