package org.vigil.person;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.person.Photographs.Photograph;
import org.vigil.person.PersonService.Look;
import org.vigil.person.rules.PersonInput;
import org.vigil.person.rules.Picture;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.UkTime;

/** Photographs of people, shown with the day they were taken and to nobody who does not see the person in full. */
@Service
public class PersonPhotographs {

    private static final int LONGEST_SOURCE = 120;

    private final PersonDesk desk;
    private final PersonService people;
    private final Photographs kept;
    private final AuditLog audit;
    private final CurrentViewer viewers;

    PersonPhotographs(
            PersonDesk desk, PersonService people, Photographs kept, AuditLog audit, CurrentViewer viewers) {
        this.desk = desk;
        this.people = people;
        this.kept = kept;
        this.audit = audit;
        this.viewers = viewers;
    }

    /**
     * Adds a photograph.
     *
     * @param version the person's version as it was on screen, here and below
     * @param file a JPEG or PNG as it was given, of at most {@link Picture#LARGEST} bytes
     * @param source where it comes from, such as a custody record
     */
    @Requires({
        Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.CALLS, Duty.CUSTODY, Duty.MARAC,
        Duty.COURT
    })
    public void add(long id, int version, byte[] file, LocalDate takenOn, String source) {
        var from = PersonInput.text("source", source, LONGEST_SOURCE);
        var jpeg = Picture.asShown(file);
        desk.change(id, version, change -> {
            PersonInput.past("taken", takenOn, UkTime.localDay(change.now()));
            var key = kept.add(change.person().id(), takenOn, from, jpeg, change.by(), change.now());
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), "Photograph added")
                    .withField("photograph " + key, null, "taken " + takenOn + ", " + from));
        });
    }

    /** Takes a photograph off, such as one of somebody else. */
    @Requires({
        Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.CALLS, Duty.CUSTODY, Duty.MARAC,
        Duty.COURT
    })
    public void end(long id, int version, long photograph, String reason) {
        var why = PersonInput.reason(reason);
        desk.change(id, version, change -> {
            if (kept.of(change.person().records()).stream().noneMatch(each -> each.id() == photograph)
                    || !kept.end(photograph, why, change.by(), change.now())) {
                throw new InvalidInputException("photograph", "This has been taken off meanwhile.");
            }
            audit.record(change.viewer(), AuditNote.change(change.person().subject(), "Photograph taken off")
                    .withPurpose(why)
                    .withField("photograph " + photograph, "held", null));
        });
    }

    /** The latest photograph of a person, if there is one and the viewer sees them in full. */
    @Requires({
        Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.DECIDER, Duty.CALLS, Duty.CUSTODY,
        Duty.MARAC, Duty.COURT, Duty.AUTHOR, Duty.COMMISSIONER, Duty.LEADER
    })
    public Optional<Photograph> latest(long id) {
        return people.look(id, false).orElse(null) instanceof Look.InFull(Person person)
                ? kept.of(person.records()).stream().findFirst()
                : Optional.empty();
    }

    /** The JPEG of a person's photograph, if the viewer sees the person in full now; it is logged. */
    @Requires({
        Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.DECIDER, Duty.CALLS, Duty.CUSTODY,
        Duty.MARAC, Duty.COURT, Duty.AUTHOR, Duty.COMMISSIONER, Duty.LEADER
    })
    public Optional<byte[]> content(long id, long photograph) {
        if (!(people.look(id, false).orElse(null) instanceof Look.InFull(Person person))
                || kept.of(person.records()).stream().noneMatch(each -> each.id() == photograph)) {
            return Optional.empty();
        }
        audit.record(viewers.get(), AuditNote.view(person.subject(), "Shown photograph " + photograph));
        return kept.content(photograph);
    }
}
