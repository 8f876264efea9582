package org.vigil.demo.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.Arrest;
import org.vigil.incident.CallAddress;
import org.vigil.incident.CallMessage;
import org.vigil.incident.CallerType;
import org.vigil.incident.Crime;
import org.vigil.incident.Disposal;
import org.vigil.incident.GradeStep;
import org.vigil.incident.Identifier;
import org.vigil.incident.IdentifierScheme;
import org.vigil.incident.Locality;
import org.vigil.incident.Party;
import org.vigil.incident.PartyAddress;
import org.vigil.incident.PartyRole;
import org.vigil.incident.RiskAssessment;
import org.vigil.incident.RiskGrade;
import org.vigil.incident.RiskTool;

/** Writes one call as a feed would send it, people and place drawn at random, times as told. */
final class CallWriter {

    static final String SOURCE = "Westmarch command and control";

    private final RandomGenerator random;
    private final String reference;
    private final Ground.Beat beat;
    private final Instant receivedAt;
    private final List<GradeStep> steps = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final List<Arrest> arrests = new ArrayList<>();
    private final List<Crime> crimes = new ArrayList<>();
    private String grade = "PRIORITY";
    private boolean domesticAbuse = true;
    private Instant changedAt;
    private @Nullable Disposal disposal;
    private @Nullable Instant dispatchedAt;
    private @Nullable Instant arrivedAt;
    private @Nullable Instant closedAt;
    private @Nullable RiskAssessment risk;

    CallWriter(RandomGenerator random, String reference, Ground.Beat beat, Instant receivedAt) {
        this.random = random;
        this.reference = reference;
        this.beat = beat;
        this.receivedAt = receivedAt;
        this.changedAt = receivedAt;
    }

    CallWriter graded(String given) {
        grade = given;
        steps.add(new GradeStep(given, domesticAbuse, at(2), pick(Words.TEAMS), null, null));
        return changed(at(2));
    }

    /** How many minutes the shipped policy gives the call's grade here. */
    int targetMinutes() {
        return switch (grade) {
            case "IMMEDIATE" -> beat.locality() == Locality.URBAN ? 15 : 20;
            case "PRIORITY" -> 60;
            default -> 600;
        };
    }

    CallWriter notDomesticAbuse() {
        domesticAbuse = false;
        return this;
    }

    CallWriter regraded(String given, Duration after, @Nullable String reason, @Nullable String authority) {
        grade = given;
        steps.add(new GradeStep(given, null, receivedAt.plus(after), "Dispatcher", reason, authority));
        return changed(receivedAt.plus(after));
    }

    CallWriter flagTakenOff(Duration after, @Nullable String reason) {
        domesticAbuse = false;
        steps.add(new GradeStep(null, false, receivedAt.plus(after), "Dispatcher", reason, null));
        return changed(receivedAt.plus(after));
    }

    CallWriter attended(Duration after) {
        dispatchedAt = receivedAt.plus(after.dividedBy(3));
        arrivedAt = receivedAt.plus(after);
        units.add(beat.code() + "-R" + random.nextInt(1, 9));
        disposal = Disposal.ATTENDED;
        return changed(receivedAt.plus(after));
    }

    /** Times as a badly set terminal sends them: officers there before anybody had called. */
    CallWriter attendedBeforeItWasReceived() {
        dispatchedAt = at(3);
        arrivedAt = receivedAt.minus(Duration.ofMinutes(4));
        units.add(beat.code() + "-R7");
        disposal = Disposal.ATTENDED;
        return changed(at(12));
    }

    CallWriter resolvedWithoutDeployment(Duration after) {
        disposal = Disposal.RESOLVED_WITHOUT_DEPLOYMENT;
        closedAt = receivedAt.plus(after);
        return changed(receivedAt.plus(after));
    }

    CallWriter crimeRecorded(Duration after) {
        crimes.add(new Crime("CR/" + reference.substring(reference.length() - 5) + "/26", receivedAt.plus(after), null));
        return changed(receivedAt.plus(after));
    }

    CallWriter noCrime(Duration after) {
        crimes.add(new Crime(null, receivedAt.plus(after), pick(Words.NO_CRIME_REASONS)));
        return changed(receivedAt.plus(after));
    }

    CallWriter arrested(Duration after) {
        arrests.add(new Arrest(1, receivedAt.plus(after), null));
        return changed(receivedAt.plus(after));
    }

    CallWriter assessed(RiskGrade assessed, Duration after) {
        risk = new RiskAssessment(RiskTool.DARA, "2023", assessed, receivedAt.plus(after));
        return changed(receivedAt.plus(after));
    }

    CallWriter closed(Duration after) {
        closedAt = receivedAt.plus(after);
        return changed(receivedAt.plus(after));
    }

    CallMessage write() {
        var family = pick(Words.FAMILY);
        var line = random.nextInt(1, 180) + " " + pick(Words.STREETS) + ", " + beat.name();
        var postcode = beat.postcodeDistrict() + " " + random.nextInt(1, 10) + "AB";
        var children = random.nextInt(3) == 0;
        return new CallMessage(
                SOURCE,
                reference,
                changedAt,
                receivedAt,
                at(1),
                at(2),
                grade,
                List.copyOf(steps),
                domesticAbuse,
                domesticAbuse ? "DOMESTIC" : "CONCERN FOR SAFETY",
                closedAt == null ? null : domesticAbuse ? "DOMESTIC INCIDENT" : "NO FURTHER ACTION",
                disposal,
                pick(Words.OPENINGS),
                new CallAddress(line, postcode, beat.locality()),
                beat.code(),
                random.nextInt(4) == 0 ? CallerType.THIRD_PARTY : CallerType.VICTIM,
                pick(Words.TEAMS),
                children,
                parties(family, line, postcode, children),
                dispatchedAt,
                arrivedAt,
                closedAt,
                List.copyOf(units),
                List.copyOf(arrests),
                List.copyOf(crimes),
                risk);
    }

    private List<Party> parties(String family, String line, String postcode, boolean children) {
        var parties = new ArrayList<Party>();
        var victimIsWoman = random.nextInt(5) != 0;
        parties.add(party(PartyRole.VICTIM, victimIsWoman, family, line, postcode));
        parties.add(party(
                PartyRole.SUSPECT, !victimIsWoman, random.nextBoolean() ? family : pick(Words.FAMILY), line, postcode));
        if (children) {
            parties.add(new Party(
                    PartyRole.CHILD,
                    pick(random.nextBoolean() ? Words.WOMEN : Words.MEN),
                    family,
                    LocalDate.of(2012, 1, 1).plusDays(random.nextInt(4000)),
                    null,
                    null,
                    new PartyAddress(line, postcode),
                    List.of()));
        }
        return parties;
    }

    private Party party(PartyRole role, boolean woman, String family, String line, String postcode) {
        var identifiers = random.nextInt(3) == 0
                ? List.of(new Identifier(IdentifierScheme.LOCAL, "WM" + random.nextInt(100_000, 999_999)))
                : List.<Identifier>of();
        return new Party(
                role,
                pick(woman ? Words.WOMEN : Words.MEN),
                family,
                LocalDate.of(1962, 1, 1).plusDays(random.nextInt(15_000)),
                woman ? "F" : "M",
                "07700 900%03d".formatted(random.nextInt(1000)),
                new PartyAddress(line, postcode),
                identifiers);
    }

    private CallWriter changed(Instant when) {
        changedAt = when.isAfter(changedAt) ? when : changedAt;
        return this;
    }

    private Instant at(int minutes) {
        return receivedAt.plus(Duration.ofMinutes(minutes));
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
