package org.vigil.casework.ui;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigil.casework.Case;
import org.vigil.casework.CaseRole;
import org.vigil.casework.CaseRow;
import org.vigil.casework.Suspect;
import org.vigil.casework.SuspectStatus;
import org.vigil.incident.RiskGrade;
import org.vigil.person.ShownParty;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.Tone;

/** Cases as rows of a list. */
final class CaseRows {

    private CaseRows() {}

    /** @param areaNames the area in words, by its key */
    static Row row(CaseRow row, LongFunction<String> areaNames, Instant now) {
        var file = row.file();
        var first = row.first();
        var shown = Row.of(file.id(), file.reference() + title(file))
                .href("cases/key/" + file.id())
                .line(people(row.people()))
                .line(first == null
                        ? file.isOpen() ? "Nothing is missing." : closed(file)
                        : first.words() + (row.lacks() > 1 ? " And " + (row.lacks() - 1) + " more." : ""))
                .line(area(file, areaNames) + " · reported " + UkTime.moment(file.reportedAt()) + lead(file));
        shown = first != null && first.urgent()
                ? shown.pill("needs somebody", Tone.BAD)
                : file.isOpen() ? shown.pill("open", Tone.NEUTRAL) : shown.pill("closed", Tone.OK);
        return badges(shown, file);
    }

    private static String title(Case file) {
        return file.title() == null ? "" : " · " + file.title();
    }

    /** "Ann Example, victim; Ben Example, suspect", as the viewer may see them. */
    static String people(List<ShownParty> people) {
        return people.stream()
                .filter(party -> party.role().equals(CaseRole.VICTIM.name()) || party.role().equals(CaseRole.SUSPECT.name()))
                .map(party -> party.name() + ", " + CaseRole.valueOf(party.role()).label().toLowerCase(Locale.UK))
                .collect(Collectors.joining("; "));
    }

    static String area(Case file, LongFunction<String> areaNames) {
        return file.areaId() == null ? "No area: whole force" : areaNames.apply(file.areaId());
    }

    private static String lead(Case file) {
        return file.lead().isKnown()
                ? " · " + file.lead().words()
                : file.isOpen() ? " · nobody leads it" : "";
    }

    static String closed(Case file) {
        return "Closed " + UkTime.moment(Objects.requireNonNull(file.closing().closedAt()))
                + (file.closing().outcome() == null ? "" : ": " + file.closing().outcome());
    }

    static Row badges(Row row, Case file) {
        var badged = file.risk()
                .map(risk -> row.badge(risk.words() + " risk", tone(risk.grade())))
                .orElse(row.badge("Not assessed", Tone.WARN))
                .badge(file.level().level().label(), Tone.NEUTRAL);
        for (var status : statuses(file)) {
            badged = badged.badge(status.label(), tone(status));
        }
        return badged;
    }

    private static List<SuspectStatus> statuses(Case file) {
        return file.namedSuspects().stream().map(Suspect::status).distinct().sorted().toList();
    }

    static Tone tone(SuspectStatus status) {
        return switch (status) {
            case OUTSTANDING -> Tone.BAD;
            case BAILED, UNDER_INVESTIGATION -> Tone.WARN;
            case IN_CUSTODY, CHARGED, REMANDED, IN_PRISON -> Tone.NEW;
            case NO_FURTHER_ACTION -> Tone.NEUTRAL;
        };
    }

    static Tone tone(RiskGrade grade) {
        return switch (grade) {
            case HIGH -> Tone.BAD;
            case MEDIUM -> Tone.WARN;
            case STANDARD -> Tone.NEUTRAL;
        };
    }

    /** Parts that are there, a dot between. */
    static String joined(Stream<String> parts) {
        return parts.filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" · "));
    }
}
