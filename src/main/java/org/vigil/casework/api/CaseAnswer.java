package org.vigil.casework.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.Case;
import org.vigil.casework.CaseLevel;
import org.vigil.casework.CasePage;
import org.vigil.casework.CaseRole;
import org.vigil.casework.CaseState;
import org.vigil.casework.HealthLine;
import org.vigil.casework.ReleaseFrom;
import org.vigil.casework.Suspect;
import org.vigil.casework.SuspectStatus;
import org.vigil.deadline.DeadlineState;
import org.vigil.incident.RiskGrade;
import org.vigil.incident.RiskTool;
import org.vigil.person.NamedPerson;
import org.vigil.person.ShownParty;

/** A case as the API answers it, as far as the account may see it; times are UTC. */
record CaseAnswer(
        long id,
        String source,
        String reference,
        Instant changedAt,
        Instant reportedAt,
        @Nullable String title,
        CaseState state,
        @Nullable Instant closedAt,
        @Nullable String outcome,
        CaseLevel level,
        String levelWhy,
        Lead leadOfficer,
        @Nullable String team,
        @Nullable String supervisor,
        @Nullable Party victim,
        List<SuspectParty> suspects,
        List<Party> parties,
        List<Risk> riskAssessments,
        List<Call> incidents,
        List<Crime> crimes,
        List<Lack> health,
        List<Clock> clocks) {

    record Lead(@Nullable String name, @Nullable String collar, @Nullable Integer pip) {}

    /** @param person the key of the person, where they are known and seen in full */
    record Party(
            CaseRole role, String name, @Nullable Long person, boolean heldBack, @Nullable NamedPerson said,
            @Nullable String school) {}

    record SuspectParty(
            Party party,
            SuspectStatus status,
            Instant since,
            @Nullable String reason,
            @Nullable LocalDate releaseOn,
            @Nullable ReleaseFrom releaseFrom,
            int attempts) {}

    record Risk(
            @Nullable RiskTool tool, @Nullable String version, RiskGrade grade, Instant at, @Nullable String assessor,
            @Nullable LocalDate reviewOn) {}

    record Call(String reference, @Nullable Long id, boolean held) {}

    record Crime(String reference, @Nullable String offence, @Nullable Instant recordedAt) {}

    record Lack(HealthLine.Kind kind, String words, boolean urgent, String basis) {}

    record Clock(
            String rule, String title, Instant startedAt, @Nullable Instant dueAt, DeadlineState state, boolean breached) {}

    static CaseAnswer of(CasePage page) {
        var file = page.file();
        var lead = file.lead();
        return new CaseAnswer(
                file.id(),
                file.source(),
                file.reference(),
                file.changedAt(),
                file.reportedAt(),
                file.title(),
                file.closing().state(),
                file.closing().closedAt(),
                file.closing().outcome(),
                file.level().level(),
                file.level().why(),
                new Lead(lead.name(), lead.collar(), lead.pip()),
                lead.team(),
                lead.supervisor(),
                page.person(0).map(shown -> party(file, shown)).orElse(null),
                file.namedSuspects().stream().map(suspect -> suspect(page, suspect)).toList(),
                page.people().stream()
                        .filter(shown -> shown.place() != 0 && file.suspect(shown.place()).isEmpty())
                        .map(shown -> party(file, shown))
                        .toList(),
                file.assessments().stream()
                        .map(risk -> new Risk(risk.tool(), risk.version(), risk.grade(), risk.at(), risk.assessor(),
                                risk.reviewOn()))
                        .toList(),
                page.calls().stream().map(call -> new Call(call.reference(), call.id(), call.isHeld())).toList(),
                file.crimes().stream()
                        .map(crime -> new Crime(crime.reference(), crime.offence(), crime.recordedAt()))
                        .toList(),
                page.health().stream()
                        .map(line -> new Lack(line.kind(), line.words(), line.urgent(), line.basis()))
                        .toList(),
                page.clocks().stream()
                        .map(clock -> new Clock(clock.rule(), clock.title(), clock.startedAt(), clock.dueAt(), clock.state(),
                                clock.breached()))
                        .toList());
    }

    private static SuspectParty suspect(CasePage page, Suspect suspect) {
        var shown = page.person(suspect.place())
                .orElse(new ShownParty(suspect.place(), CaseRole.SUSPECT.name(), "Held back", null, true, null));
        return new SuspectParty(
                party(page.file(), shown), suspect.status(), suspect.since(), suspect.reason(), suspect.releaseOn(),
                suspect.releaseFrom(), suspect.attempts().size());
    }

    private static Party party(Case file, ShownParty shown) {
        var school = file.parties().stream()
                .filter(party -> party.place() == shown.place() && !shown.heldBack())
                .map(party -> party.school())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Party(
                CaseRole.valueOf(shown.role()), shown.name(), shown.heldBack() ? null : shown.person(), shown.heldBack(),
                shown.said(), school);
    }
}
