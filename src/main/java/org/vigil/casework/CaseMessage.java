package org.vigil.casework;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.RiskGrade;
import org.vigil.incident.RiskTool;
import org.vigil.person.NamedPerson;

/**
 * What the crime system says about a case: the whole of it, each time. Only source and reference are required.
 *
 * @param source the sending system; with the reference it is the key
 * @param changedAt when the sender last changed the case; an older message than what is held changes nothing
 * @param area code or name of the area that answers for the case
 * @param incidents calls, each as its reference alone or with the system it is of
 * @param crimes each as its reference alone or with its offence
 */
public record CaseMessage(
        @Nullable String source,
        @Nullable String reference,
        @Nullable Instant changedAt,
        @Nullable Instant reportedAt,
        @Nullable String title,
        @Nullable String area,
        @Nullable List<@Nullable CallName> incidents,
        @Nullable List<@Nullable CrimeEntry> crimes,
        @Nullable NamedPerson victim,
        @Nullable List<@Nullable SuspectEntry> suspects,
        @Nullable List<@Nullable PartyEntry> parties,
        @Nullable List<@Nullable ChildEntry> children,
        @Nullable LeadOfficer leadOfficer,
        @Nullable String team,
        @Nullable String supervisor,
        @Nullable RiskEntry riskAssessment,
        @Nullable Instant closedAt,
        @Nullable String outcome) {

    /** A call by its name. */
    public record CallName(@Nullable String source, @Nullable String reference) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public CallName {}

        /** A call whose system nobody said. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static CallName called(String reference) {
            return new CallName(null, reference);
        }
    }

    /** A crime by its reference, with its offence and when it was recorded where they are known. */
    public record CrimeEntry(@Nullable String reference, @Nullable String offence, @Nullable Instant recordedAt) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public CrimeEntry {}

        /** A crime of which only the reference is known. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static CrimeEntry called(String reference) {
            return new CrimeEntry(reference, null, null);
        }
    }

    /**
     * A suspect.
     *
     * @param since when the status began
     * @param releaseOn the day on which they are to be released
     */
    public record SuspectEntry(
            @Nullable NamedPerson person,
            @Nullable SuspectStatus status,
            @Nullable Instant since,
            @Nullable String reason,
            @Nullable LocalDate releaseOn,
            @Nullable ReleaseFrom releaseFrom) {}

    /** Somebody else in the case: a witness, another victim, another party. */
    public record PartyEntry(@Nullable CaseRole role, @Nullable NamedPerson person) {}

    /** A child of the household or otherwise affected. */
    public record ChildEntry(@Nullable NamedPerson person, @Nullable String school) {}

    /** Who investigates; pip is the level of the Professionalising Investigation Programme, 1 to 4. */
    public record LeadOfficer(@Nullable String name, @Nullable String collar, @Nullable Integer pip) {}

    /** An assessment of risk; reviewOn is the day by which the assessor wants it looked at again. */
    public record RiskEntry(
            @Nullable RiskTool tool,
            @Nullable String version,
            @Nullable RiskGrade grade,
            @Nullable Instant at,
            @Nullable String assessor,
            @Nullable LocalDate reviewOn) {}

    /** The content alone: two messages that differ only in when they were sent are equal without it. */
    @JsonIgnore
    CaseMessage withoutChangedAt() {
        return new CaseMessage(source, reference, null, reportedAt, title, area, incidents, crimes, victim, suspects, parties,
                children, leadOfficer, team, supervisor, riskAssessment, closedAt, outcome);
    }
}
