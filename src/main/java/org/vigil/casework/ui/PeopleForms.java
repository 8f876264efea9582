package org.vigil.casework.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.CaseChanges;
import org.vigil.casework.CasePage;
import org.vigil.casework.CaseRole;
import org.vigil.casework.ReleaseFrom;
import org.vigil.casework.Suspect;
import org.vigil.casework.SuspectStatus;
import org.vigil.person.NamedPerson;
import org.vigil.shared.ui.DayField;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.ReasonField;

/** What is entered of a case's people: where suspects stand, attempts to arrest them, releases to come, who else is in it. */
final class PeopleForms extends FormSet {

    private final Select<Integer> who = choice("Suspect", this::name, Stream.<Integer>of());
    private final Select<Integer> whom = choice("Suspect", this::name, Stream.<Integer>of());
    private final Select<Integer> released = choice("Suspect", this::name, Stream.<Integer>of());
    private List<Integer> offered = List.of();

    PeopleForms(CaseChanges changes, Clock clock, Supplier<CasePage> page, Runnable changed) {
        super(changes, clock, page, changed);
        status();
        attempt();
        release();
        person();
    }

    /** Offers the suspects whom the case names now. */
    void show(CasePage now) {
        var suspects = now.file().namedSuspects().stream().map(Suspect::place).toList();
        if (!suspects.equals(offered)) {
            offered = suspects;
            for (var select : List.of(who, whom, released)) {
                select.setItems(suspects);
                if (suspects.size() == 1) {
                    select.setValue(suspects.getFirst());
                }
            }
        }
        for (var form : List.of("status", "attempt", "release")) {
            offer(form, !suspects.isEmpty());
        }
    }

    private String name(Integer place) {
        return page().person(place).map(person -> person.name()).orElse("Suspect " + place);
    }

    private void status() {
        var status = choice("Status", SuspectStatus::label, Stream.of(SuspectStatus.values()));
        var since = moment("Since");
        var reason = new TextField("Why, or by what");
        reason.setMaxLength(500);
        form("status", "Enter a suspect's status", "Enter status", "Status entered", () -> {
            var suspect = chosen(who);
            var now = chosen(status);
            var when = at(since);
            return suspect.isEmpty() || now.isEmpty() || when.isEmpty()
                    ? Optional.empty()
                    : Optional.of(() -> {
                        changes.status(id(), version(), suspect.get(), now.get(), when.get(), reason.getValue());
                        status.clear();
                        since.clear();
                    });
        }, who, status, since, reason);
    }

    private void attempt() {
        var at = moment("When");
        var by = new TextField("Who went");
        by.setMaxLength(120);
        by.setRequiredIndicatorVisible(true);
        var note = new ReasonField("Where, and what came of it");
        form("attempt", "Enter an attempt to arrest", "Enter attempt", "Attempt entered", () -> {
            var suspect = chosen(whom);
            var when = at(at);
            var said = note.read();
            return suspect.isEmpty() || when.isEmpty() || said.isEmpty()
                    ? Optional.empty()
                    : Optional.of(() -> {
                        changes.attempt(id(), version(), suspect.get(), when.get(), by.getValue(), said.get());
                        note.clear();
                        at.clear();
                    });
        }, whom, at, by, note);
    }

    private void release() {
        var day = new DayField("Released on", clock);
        var from = choice("From", ReleaseFrom::label, Stream.of(ReleaseFrom.values()));
        form("release", "Enter a release to come", "Enter release", "Release entered", () -> {
            var suspect = chosen(released);
            var on = day.read();
            var where = chosen(from);
            if (on.isEmpty()) {
                Notices.problem("Give the day of the release.");
            }
            return suspect.isEmpty() || on.isEmpty() || where.isEmpty()
                    ? Optional.empty()
                    : Optional.of(() -> changes.release(id(), version(), suspect.get(), on.get(), where.get()));
        }, released, day, from);
    }

    private void person() {
        var role = choice("Part in the case", CaseRole::label, Stream.of(CaseRole.values()));
        var given = new TextField("Given name");
        given.setMaxLength(120);
        var family = new TextField("Family name");
        family.setMaxLength(120);
        var born = new DayField("Date of birth", clock);
        var school = new TextField("School, of a child");
        school.setMaxLength(160);
        form("person", "Name somebody in the case", "Name", "Named", () -> {
            var part = chosen(role);
            var day = born.read();
            if (given.isEmpty() && family.isEmpty()) {
                Notices.problem("Give a name.");
            }
            return part.isEmpty() || born.isInvalid() || given.isEmpty() && family.isEmpty()
                    ? Optional.empty()
                    : Optional.of(() -> {
                        changes.name(id(), version(), part.get(), new NamedPerson(text(given), text(family),
                                        day.orElse(null), null, null, null, List.of()), null, school.getValue());
                        Stream.of(given, family, born, school).forEach(TextField::clear);
                    });
        }, role, given, family, born, school);
    }

    static @Nullable String text(TextField field) {
        var text = field.getValue().strip();
        return text.isEmpty() ? null : text;
    }
}
