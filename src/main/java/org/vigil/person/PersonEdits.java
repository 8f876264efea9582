package org.vigil.person;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.person.PersonDesk.Change;
import org.vigil.person.data.MarkStore;
import org.vigil.person.data.MatchReads;
import org.vigil.person.data.PersonStore;
import org.vigil.person.data.PersonStore.Said;
import org.vigil.person.data.ScheduleReads;
import org.vigil.person.rules.PersonInput;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.UkTime;

/**
 * What officers enter and put right about people. Each part is added, ended or corrected by itself; no feed changes what
 * was entered here, and none brings back what was found wrong.
 */
@Service
@Requires({
    Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.CALLS, Duty.CUSTODY, Duty.MARAC,
    Duty.COURT
})
public class PersonEdits {

    private final PersonDesk desk;
    private final PersonStore store;
    private final MarkStore marks;
    private final ScheduleReads schedule;
    private final Transactions transactions;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final java.time.Clock clock;

    PersonEdits(
            PersonDesk desk,
            PersonStore store,
            MarkStore marks,
            ScheduleReads schedule,
            Transactions transactions,
            AuditLog audit,
            CurrentViewer viewers,
            java.time.Clock clock) {
        this.desk = desk;
        this.store = store;
        this.marks = marks;
        this.schedule = schedule;
        this.transactions = transactions;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** Enters a person whom no feed named; answers the key. */
    public long create(PersonDetails details) {
        return create(details, null);
    }

    /** The same, with the reason why. */
    public long create(PersonDetails details, @Nullable String reason) {
        var why = reason == null ? null : PersonInput.reason(reason);
        return transactions.call(() -> {
            var viewer = viewers.get();
            var now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
            var today = UkTime.localDay(now);
            if (details.parts().isEmpty()) {
                throw new InvalidInputException("name", "Give a name, a number or where they can be reached.");
            }
            details.parts().forEach(part -> PersonInput.part(part, today));
            var said = new Said(
                    Origin.HAND, viewer.displayName(), Objects.requireNonNull(viewer.accountId()), now);
            var id = store.create(details.sex(), schedule.on(today).ofNewcomer(today), said);
            var note = AuditNote.create(Person.subject(id), "Person entered").withPurpose(why);
            for (var part : details.parts()) {
                store.add(id, part, said);
                note = note.withField(field(part), null, part.words());
            }
            desk.index(id, now);
            audit.record(viewer, note);
            return id;
        });
    }

    /** @param version the person's version as it was on screen, here and below */
    public void add(long id, int version, PersonPart part) {
        desk.change(id, version, change -> {
            PersonInput.part(part, UkTime.localDay(change.now()));
            store.add(change.person().id(), part, change.said());
            desk.index(change.person().id(), change.now());
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), field(part) + " added")
                    .withField(field(part), null, part.words()));
        });
    }

    /**
     * Ends a part.
     *
     * @param state FORMER for what held once, WRONG for what never did
     */
    public void end(long id, int version, Class<? extends PersonPart> kind, long partId, PartState state, String reason) {
        var why = PersonInput.reason(reason);
        desk.change(id, version, change -> {
            var held = held(change, kind, partId);
            end(change, held, state, why);
            desk.index(held.personId(), change.now());
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), field(held.part()) + ": "
                            + state.label().toLowerCase(java.util.Locale.UK))
                    .withPurpose(why)
                    .withField(field(held.part()), held.part().words(), null));
        });
    }

    /** Puts another value in a part's place; the old one stays as wrong. */
    public void correct(long id, int version, long partId, PersonPart right, String reason) {
        var why = PersonInput.reason(reason);
        desk.change(id, version, change -> {
            var held = held(change, right.getClass(), partId);
            PersonInput.part(right, UkTime.localDay(change.now()));
            end(change, held, PartState.WRONG, why);
            if (held.part() instanceof PersonPart.Address was
                    && was.isProtected()
                    && right instanceof PersonPart.Address is
                    && !is.isProtected()) {
                // Said on purpose and with a reason: the place hides nobody any more.
                store.show(held.personId(), was, is, change.said());
            } else {
                store.add(held.personId(), right, change.said());
            }
            desk.index(held.personId(), change.now());
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), field(right) + " corrected")
                    .withPurpose(why)
                    .withField(field(right), held.part().words(), right.words()));
        });
    }

    private void end(Change change, HeldPart<?> held, PartState state, String reason) {
        store.end(held, PersonInput.ended(state), change.by(), reason, change.now());
    }

    private static HeldPart<?> held(Change change, Class<? extends PersonPart> kind, long partId) {
        return change.person().parts().stream()
                .filter(part -> part.id() == partId && kind.isInstance(part.part()))
                .filter(part -> part.state() != PartState.WRONG)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("part", "This has been taken off meanwhile."));
    }

    /** Changes what the person's own row holds, but for its limits and its retention. */
    public void core(long id, int version, PersonCore wanted) {
        PersonInput.core(wanted);
        desk.change(id, version, change -> {
            var before = change.person().core();
            store.change(change.person().records(), before, wanted);
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), "Person's details changed")
                    .withField("police employee", before.policeEmployee(), wanted.policeEmployee())
                    .withField("sex", before.sex(), wanted.sex())
                    .withField("language", before.language(), wanted.language())
                    .withField("interpreter", before.interpreterNeeded(), wanted.interpreterNeeded())
                    .withField("safe contact", before.contact(), wanted.contact())
                    .withField("description", before.description(), wanted.description()));
        });
    }

    /** Records what came of asking about a protected characteristic. */
    public void answer(long id, int version, Characteristic kind, Answer answer, @Nullable String value, String reason) {
        var given = answer == Answer.GIVEN ? PersonInput.text("answer", value, 120) : null;
        var why = reason.isBlank() ? null : PersonInput.reason(reason);
        desk.change(id, version, change -> {
            var before = change.person().characteristics().get(kind);
            var after = new Person.CharacteristicAnswer(answer, given, why);
            marks.answer(change.person().id(), kind, after, change.by(), change.now());
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), kind.label() + " recorded")
                    .withField(kind.name(), before, after));
        });
    }

    /** Says what the person is to another. */
    public void relate(long id, int version, NewRelationship related) {
        desk.changeWith(id, related.otherId(), version, change -> {
            var other = desk.open(related.otherId()).person();
            if (other.id() == change.person().id()) {
                throw new InvalidInputException("other", "Choose another person.");
            }
            PersonInput.relationship(related, UkTime.localDay(change.now()));
            if (change.person().relationships().stream()
                    .anyMatch(held -> held.otherId() == other.id()
                            && held.kind() == related.kind()
                            && held.state() == PartState.CURRENT)) {
                throw new InvalidInputException("relationship", "This relationship is recorded already.");
            }
            marks.addRelationship(change.person().id(), related, change.said());
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), "Relationship added")
                    .withField("relationship", null, related.kind() + " of person " + other.id())
                    .shown(other.subject()));
        });
    }

    /**
     * Ends a relationship.
     *
     * @param state FORMER for what held once, WRONG for what never did
     */
    public void endRelationship(
            long id, int version, long relationship, PartState state, @Nullable LocalDate to, String reason) {
        var why = PersonInput.reason(reason);
        PersonInput.ended(state);
        desk.change(id, version, change -> {
            var records = change.person().records();
            PersonInput.past("to", to, UkTime.localDay(change.now()));
            change.person().relationships().stream()
                    .filter(held -> held.id() == relationship)
                    .forEach(held -> PersonInput.inOrder(held.from(), to));
            if (!marks.endRelationship(records, relationship, state, to, why, change.by(), change.now())) {
                throw new InvalidInputException("relationship", "This has been taken off meanwhile.");
            }
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), "Relationship ended")
                    .withPurpose(why)
                    .withField("relationship", relationship, state));
        });
    }

    /** Enters what another system holds; the same reference is held once, whichever record of the person holds it. */
    public void external(long id, int version, NewExternalRecord external) {
        desk.change(id, version, change -> {
            PersonInput.external(external, UkTime.localDay(change.now()));
            if (!marks.addExternal(change.person().records(), external, change.said())) {
                throw new InvalidInputException("reference", "This record of " + external.system() + " is held already.");
            }
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), external.kind().label()
                            + " held by " + external.system() + " entered")
                    .withField("external record", null, external.datedOn() + ": " + external.content()));
        });
    }

    /**
     * Ends what another system was said to hold.
     *
     * @param state FORMER where it holds it no longer, WRONG where it never did
     */
    public void endExternal(long id, int version, long external, PartState state, String reason) {
        var why = PersonInput.reason(reason);
        PersonInput.ended(state);
        desk.change(id, version, change -> {
            if (!marks.endExternal(change.person().records(), external, state, why, change.by(), change.now())) {
                throw new InvalidInputException("external record", "This has been taken off meanwhile.");
            }
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), "External record: "
                            + state.label().toLowerCase(java.util.Locale.UK))
                    .withPurpose(why)
                    .withField("external record " + external, PartState.CURRENT, state));
        });
    }

    private static String field(PersonPart part) {
        return switch (part) {
            case PersonPart.Name name -> "Name";
            case PersonPart.Birth birth -> "Date of birth";
            case PersonPart.Identifier identifier -> "Identifier";
            case PersonPart.Phone phone -> "Telephone";
            case PersonPart.Email email -> "E-mail";
            case PersonPart.Address address -> "Address";
        };
    }
}
