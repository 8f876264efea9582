package org.vigil.casework.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.CaseKey;
import org.vigil.casework.CaseMessage;
import org.vigil.casework.CaseMessage.CallName;
import org.vigil.casework.CaseMessage.ChildEntry;
import org.vigil.casework.CaseMessage.CrimeEntry;
import org.vigil.casework.CaseMessage.LeadOfficer;
import org.vigil.casework.CaseMessage.PartyEntry;
import org.vigil.casework.CaseMessage.RiskEntry;
import org.vigil.casework.CaseMessage.SuspectEntry;
import org.vigil.casework.CaseRole;
import org.vigil.person.NamedPerson;
import org.vigil.person.NamedPersonCheck;
import org.vigil.shared.UkTime;
import org.vigil.shared.api.ItemReason;
import org.vigil.shared.api.TextCheck;
import org.vigil.shared.api.TimeCheck;

/**
 * Whether a case can be taken in as the crime system sent it. What would lose the case is refused with a reason; what is
 * merely odd is kept, and the sender is told.
 */
public final class CaseCheck {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int CHILD_UNTIL = 16;

    private final TextCheck text = new TextCheck();
    private final TimeCheck time;
    private final Instant now;

    private CaseCheck(Instant now) {
        this.now = now;
        this.time = new TimeCheck(text, now);
    }

    /**
     * What came of a check.
     *
     * @param clean the message with its texts cleaned and its lists present, or null where there are errors
     */
    public record Checked(@Nullable CaseMessage clean, List<ItemReason> errors, List<ItemReason> doubts) {}

    /** Checks one message. */
    public static Checked of(CaseMessage message, Instant now) {
        return new CaseCheck(now).check(message);
    }

    private Checked check(CaseMessage sent) {
        time.optional("changedAt", sent.changedAt());
        time.optional("reportedAt", sent.reportedAt());
        time.optional("closedAt", sent.closedAt());
        var source = text.key("source", sent.source(), 40);
        if (CaseKey.CONSOLE.equalsIgnoreCase(source)) {
            text.error("source", "is kept for cases that are entered in the console");
        }
        var clean = new CaseMessage(
                source,
                text.key("reference", sent.reference(), 60),
                sent.changedAt(),
                sent.reportedAt(),
                text.line("title", sent.title(), 200),
                text.line("area", sent.area(), 80),
                text.each("incidents", sent.incidents(), this::call).stream().distinct().toList(),
                text.each("crimes", sent.crimes(), this::crime),
                victim(sent),
                text.each("suspects", sent.suspects(), this::suspect),
                text.each("parties", sent.parties(), this::party),
                text.each("children", sent.children(), this::child),
                lead(sent.leadOfficer()),
                text.line("team", sent.team(), 80),
                text.line("supervisor", sent.supervisor(), 120),
                risk(sent.riskAssessment()),
                sent.closedAt(),
                text.line("outcome", sent.outcome(), 255));
        doubtTimes(sent);
        return text.errors().isEmpty()
                ? new Checked(clean, List.of(), List.copyOf(text.doubts()))
                : new Checked(null, List.copyOf(text.errors()), List.of());
    }

    private void doubtTimes(CaseMessage sent) {
        if (sent.changedAt() != null && sent.changedAt().isAfter(now.plusSeconds(60))) {
            text.doubt("changedAt", "is in the future and is taken as now: check the sender's clock");
        }
        if (sent.closedAt() != null && sent.reportedAt() != null && sent.closedAt().isBefore(sent.reportedAt())) {
            text.doubt("closedAt", "is before the report; both are kept as they came");
        }
    }

    private @Nullable NamedPerson victim(CaseMessage sent) {
        var victim = sent.victim();
        if (victim == null) {
            return null;
        }
        var clean = NamedPersonCheck.of(text, time, "victim", victim);
        var reported = sent.reportedAt() == null ? now : sent.reportedAt();
        if (clean.dateOfBirth() != null
                && Period.between(clean.dateOfBirth(), UkTime.localDay(reported)).getYears() < CHILD_UNTIL) {
            text.doubt("victim.dateOfBirth", "makes the victim under 16: by DAA 2021 s.1 that is child protection; the case"
                    + " is kept");
        }
        return clean;
    }

    private @Nullable CallName call(String field, CallName sent) {
        var reference = text.line(field + ".reference", sent.reference(), 60);
        if (reference == null) {
            text.doubt(field, "names no call and is left out");
            return null;
        }
        return new CallName(text.line(field + ".source", sent.source(), 40), reference);
    }

    private @Nullable CrimeEntry crime(String field, CrimeEntry sent) {
        time.optional(field + ".recordedAt", sent.recordedAt());
        var reference = text.line(field + ".reference", sent.reference(), 60);
        var offence = text.line(field + ".offence", sent.offence(), 200);
        if (reference == null) {
            text.doubt(field, "has no reference and is left out");
            return null;
        }
        return new CrimeEntry(reference, offence, sent.recordedAt());
    }

    private SuspectEntry suspect(String field, SuspectEntry sent) {
        time.optional(field + ".since", sent.since());
        day(field + ".releaseOn", sent.releaseOn());
        if (sent.status() == null) {
            text.doubt(field + ".status", "is missing: what was known stands, and whoever is new counts as outstanding");
        }
        if ((sent.releaseOn() == null) != (sent.releaseFrom() == null)) {
            text.doubt(field + ".releaseOn", "should come with releaseFrom, and the other way about");
        }
        return new SuspectEntry(
                person(field, sent.person()),
                sent.status(),
                sent.since(),
                text.line(field + ".reason", sent.reason(), 500),
                sent.releaseOn(),
                sent.releaseFrom());
    }

    private PartyEntry party(String field, PartyEntry sent) {
        if (sent.role() == null) {
            text.error(field + ".role", "is required");
        } else if (sent.role() == CaseRole.SUSPECT || sent.role() == CaseRole.CHILD) {
            text.error(field + ".role", "is named under " + (sent.role() == CaseRole.CHILD ? "children" : "suspects"));
        }
        return new PartyEntry(sent.role(), person(field, sent.person()));
    }

    private ChildEntry child(String field, ChildEntry sent) {
        return new ChildEntry(person(field, sent.person()), text.line(field + ".school", sent.school(), 160));
    }

    private @Nullable NamedPerson person(String field, @Nullable NamedPerson sent) {
        if (sent == null) {
            text.error(field + ".person", "is required");
            return null;
        }
        return NamedPersonCheck.of(text, time, field + ".person", sent);
    }

    private @Nullable LeadOfficer lead(@Nullable LeadOfficer sent) {
        if (sent == null) {
            return null;
        }
        var pip = sent.pip();
        if (pip != null && (pip < 1 || pip > 4)) {
            text.doubt("leadOfficer.pip", "is none of the levels 1 to 4; the officer is kept without it");
            pip = null;
        }
        var lead = new LeadOfficer(
                text.line("leadOfficer.name", sent.name(), 120), text.line("leadOfficer.collar", sent.collar(), 40), pip);
        return lead.name() == null && lead.collar() == null ? null : lead;
    }

    private @Nullable RiskEntry risk(@Nullable RiskEntry sent) {
        if (sent == null) {
            return null;
        }
        time.optional("riskAssessment.at", sent.at());
        day("riskAssessment.reviewOn", sent.reviewOn());
        if (sent.grade() == null) {
            text.doubt("riskAssessment.grade", "is missing; the case is kept without the assessment");
            return null;
        }
        if (sent.tool() == null) {
            text.doubt("riskAssessment.tool", "is missing; the grade is kept without its form");
        }
        return new RiskEntry(
                sent.tool(),
                text.line("riskAssessment.version", sent.version(), 24),
                sent.grade(),
                sent.at(),
                text.line("riskAssessment.assessor", sent.assessor(), 120),
                sent.reviewOn());
    }

    /** A day that may lie ahead. */
    private void day(String field, @Nullable LocalDate day) {
        if (day != null && day.isBefore(EARLIEST)) {
            text.error(field, "is before 1900");
        }
        if (day != null && day.isAfter(UkTime.localDay(now).plusYears(100))) {
            text.error(field, "is more than a hundred years ahead");
        }
    }
}
