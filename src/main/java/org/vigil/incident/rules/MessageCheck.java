package org.vigil.incident.rules;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.Arrest;
import org.vigil.incident.CallAddress;
import org.vigil.incident.CallMessage;
import org.vigil.incident.Crime;
import org.vigil.incident.GradeStep;
import org.vigil.incident.Identifier;
import org.vigil.incident.Party;
import org.vigil.incident.PartyAddress;
import org.vigil.incident.RiskAssessment;
import org.vigil.shared.api.ItemReason;
import org.vigil.shared.api.TextCheck;
import org.vigil.shared.api.TimeCheck;

/**
 * Whether a call can be taken in as a feed sent it. What would lose the call is refused with a reason; what is merely
 * odd is kept, and the feed is told.
 */
public final class MessageCheck {

    public static final int DESCRIPTION_BYTES = 64 * 1024;

    private final TextCheck text = new TextCheck();
    private final TimeCheck time;
    private final Instant now;
    private final Set<String> grades;

    private MessageCheck(Instant now, Set<String> grades) {
        this.now = now;
        this.grades = grades;
        this.time = new TimeCheck(text, now);
    }

    /**
     * What came of a check.
     *
     * @param clean the message with its texts cleaned and its lists present, or null where there are errors
     * @param errors why it is refused
     * @param doubts what is odd about it though it is kept
     */
    public record Checked(@Nullable CallMessage clean, List<ItemReason> errors, List<ItemReason> doubts) {}

    /**
     * Checks one message.
     *
     * @param grades every grade that any of the force's policies names
     */
    public static Checked of(CallMessage message, Instant now, Set<String> grades) {
        return new MessageCheck(now, grades).check(message);
    }

    private Checked check(CallMessage sent) {
        time.required("receivedAt", sent.receivedAt());
        time.optional("changedAt", sent.changedAt());
        time.optional("createdAt", sent.createdAt());
        time.optional("gradedAt", sent.gradedAt());
        time.optional("dispatchedAt", sent.dispatchedAt());
        time.optional("arrivedAt", sent.arrivedAt());
        time.optional("closedAt", sent.closedAt());
        var parties = text.each("parties", sent.parties(), this::party);
        var clean = new CallMessage(
                text.key("source", sent.source(), 40),
                text.key("reference", sent.reference(), 60),
                sent.changedAt(),
                sent.receivedAt(),
                sent.createdAt(),
                sent.gradedAt(),
                grade("grade", sent.grade()),
                sent.gradeHistory() == null ? null : text.each("gradeHistory", sent.gradeHistory(), this::step),
                sent.domesticAbuse(),
                text.line("openingCode", sent.openingCode(), 40),
                text.line("closingCode", sent.closingCode(), 40),
                sent.disposal(),
                text.block("description", sent.description(), DESCRIPTION_BYTES),
                address(sent.address()),
                text.line("area", sent.area(), 80),
                sent.callerType(),
                text.line("callTakerTeam", sent.callTakerTeam(), 60),
                sent.childrenPresent(),
                parties,
                sent.dispatchedAt(),
                sent.arrivedAt(),
                sent.closedAt(),
                text.each("units", sent.units(), (field, unit) -> text.line(field, unit, 60)),
                text.each("arrests", sent.arrests(), (field, arrest) -> arrest(field, arrest, parties.size())),
                text.each("crimes", sent.crimes(), this::crime),
                risk(sent.riskAssessment()));
        doubtTimes(sent);
        return text.errors().isEmpty()
                ? new Checked(clean, List.of(), List.copyOf(text.doubts()))
                : new Checked(null, List.copyOf(text.errors()), List.of());
    }

    private void doubtTimes(CallMessage sent) {
        if (sent.receivedAt() == null) {
            return;
        }
        ImpossibleTimes.of(sent.receivedAt(), sent.dispatchedAt(), sent.arrivedAt(), now, false)
                .forEach(problem -> text.doubt("arrivedAt", problem + "; it meets no clock until it is put right"));
        if (sent.changedAt() != null && sent.changedAt().isAfter(now.plusSeconds(60))) {
            text.doubt("changedAt", "is in the future and is taken as now: check the sender's clock");
        }
    }

    private @Nullable GradeStep step(String field, GradeStep sent) {
        time.required(field + ".at", sent.at());
        var grade = grade(field + ".grade", sent.grade());
        if (grade == null && sent.grade() != null && sent.domesticAbuse() == null) {
            return null;
        }
        return new GradeStep(
                grade,
                sent.domesticAbuse(),
                sent.at(),
                text.line(field + ".by", sent.by(), 120),
                text.line(field + ".reason", sent.reason(), 500),
                text.line(field + ".authority", sent.authority(), 120));
    }

    private @Nullable String grade(String field, @Nullable String sent) {
        var name = text.line(field, sent, 24);
        if (name != null && !grades.contains(name)) {
            // Losing the call would be worse than not knowing how urgent it is.
            text.doubt(field, "“" + name + "” is not a grade of the force's policy (" + String.join(", ", grades)
                    + "); the call is kept without it: an administrator adds grades under Grades and feeds");
            return null;
        }
        return name;
    }

    private @Nullable CallAddress address(@Nullable CallAddress sent) {
        return sent == null
                ? null
                : new CallAddress(
                        text.line("address.line", sent.line(), 200),
                        text.postcode("address.postcode", sent.postcode()),
                        sent.locality());
    }

    private @Nullable Party party(String field, Party sent) {
        if (sent.role() == null) {
            text.error(field + ".role", "is required");
        }
        time.day(field + ".dateOfBirth", sent.dateOfBirth());
        var address = sent.address();
        var identifiers = text.each(field + ".identifiers", sent.identifiers(), this::identifier);
        return new Party(
                sent.role(),
                text.line(field + ".givenName", sent.givenName(), 120),
                text.line(field + ".familyName", sent.familyName(), 120),
                sent.dateOfBirth(),
                text.line(field + ".sex", sent.sex(), 24),
                text.line(field + ".phone", sent.phone(), 40),
                address == null
                        ? null
                        : new PartyAddress(
                                text.line(field + ".address.line", address.line(), 200),
                                text.postcode(field + ".address.postcode", address.postcode())),
                List.copyOf(new LinkedHashSet<>(identifiers)));
    }

    private @Nullable Identifier identifier(String field, Identifier sent) {
        if (sent.scheme() == null) {
            text.error(field + ".scheme", "is required");
        }
        var value = text.line(field + ".value", sent.value(), 60);
        if (value == null) {
            text.error(field + ".value", "is required");
            return null;
        }
        return new Identifier(sent.scheme(), value);
    }

    private Arrest arrest(String field, Arrest sent, int parties) {
        time.optional(field + ".at", sent.at());
        var party = sent.party();
        var known = party == null || (party >= 0 && party < parties);
        if (!known) {
            text.doubt(field + ".party", "there is no party at that place; the arrest is kept without one");
        }
        return new Arrest(
                known ? party : null, sent.at(), text.line(field + ".reasonForNone", sent.reasonForNone(), 500));
    }

    private Crime crime(String field, Crime sent) {
        time.optional(field + ".recordedAt", sent.recordedAt());
        return new Crime(
                text.line(field + ".reference", sent.reference(), 60),
                sent.recordedAt(),
                text.line(field + ".noCrimeReason", sent.noCrimeReason(), 500));
    }

    private @Nullable RiskAssessment risk(@Nullable RiskAssessment sent) {
        if (sent == null) {
            return null;
        }
        time.optional("riskAssessment.at", sent.at());
        return new RiskAssessment(
                sent.tool(), text.line("riskAssessment.version", sent.version(), 24), sent.grade(), sent.at());
    }
}
