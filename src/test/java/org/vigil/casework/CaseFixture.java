package org.vigil.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.RiskGrade;
import org.vigil.incident.RiskTool;
import org.vigil.person.IdentifierScheme;
import org.vigil.person.NamedAddress;
import org.vigil.person.NamedIdentifier;
import org.vigil.person.NamedPerson;
import org.vigil.person.SomePerson;

/** Cases that read as sentences: {@code aCase("C1").about("Stalking").of(her).against(him, OUTSTANDING, since)}. */
public final class CaseFixture {

    public static final Instant REPORTED = Instant.parse("2026-03-03T12:00:00Z");

    private final String reference;
    private String source = "NICHE";
    private @Nullable Instant changedAt;
    private @Nullable Instant reportedAt = REPORTED;
    private @Nullable String title;
    private @Nullable String area;
    private final List<CaseMessage.CallName> calls = new ArrayList<>();
    private final List<CaseMessage.CrimeEntry> crimes = new ArrayList<>();
    private @Nullable NamedPerson victim;
    private final List<CaseMessage.SuspectEntry> suspects = new ArrayList<>();
    private final List<CaseMessage.PartyEntry> parties = new ArrayList<>();
    private final List<CaseMessage.ChildEntry> children = new ArrayList<>();
    private CaseMessage.@Nullable LeadOfficer lead;
    private CaseMessage.@Nullable RiskEntry risk;
    private @Nullable Instant closedAt;
    private @Nullable String outcome;

    private CaseFixture(String reference) {
        this.reference = reference;
    }

    public static CaseFixture aCase(String reference) {
        return new CaseFixture(reference);
    }

    /** Somebody whom no other test knows. */
    public static NamedPerson somebody() {
        return somebody(SomePerson.letters(), SomePerson.letters());
    }

    /** Somebody of this name whose birthday, telephone and home follow from it. */
    public static NamedPerson somebody(String given, String family) {
        var own = new Random((given + " " + family).hashCode());
        return new NamedPerson(given, family, LocalDate.of(1940, 1, 1).plusDays(own.nextInt(18_000)), "F",
                "07700 %06d".formatted(own.nextInt(1_000_000)),
                new NamedAddress(own.nextInt(1, 400) + " Example Street", SomePerson.postcode(own)),
                List.of(new NamedIdentifier(IdentifierScheme.LOCAL, given + "-" + family)));
    }

    public CaseFixture from(String system) {
        source = system;
        return this;
    }

    public CaseFixture changedAt(Instant at) {
        changedAt = at;
        return this;
    }

    public CaseFixture reportedAt(@Nullable Instant at) {
        reportedAt = at;
        return this;
    }

    public CaseFixture titled(String words) {
        title = words;
        return this;
    }

    public CaseFixture inArea(String code) {
        area = code;
        return this;
    }

    public CaseFixture withCall(String name) {
        calls.add(CaseMessage.CallName.called(name));
        return this;
    }

    public CaseFixture about(String offence) {
        crimes.add(new CaseMessage.CrimeEntry(reference + "/" + (crimes.size() + 1), offence, null));
        return this;
    }

    public CaseFixture of(NamedPerson her) {
        victim = her;
        return this;
    }

    public CaseFixture against(NamedPerson him, @Nullable SuspectStatus status, @Nullable Instant since) {
        suspects.add(new CaseMessage.SuspectEntry(him, status, since, null, null, null));
        return this;
    }

    public CaseFixture released(NamedPerson him, ReleaseFrom from, LocalDate on) {
        suspects.add(new CaseMessage.SuspectEntry(him, SuspectStatus.IN_PRISON, REPORTED, null, on, from));
        return this;
    }

    public CaseFixture with(CaseRole role, NamedPerson somebody) {
        parties.add(new CaseMessage.PartyEntry(role, somebody));
        return this;
    }

    public CaseFixture withChild(NamedPerson child, String school) {
        children.add(new CaseMessage.ChildEntry(child, school));
        return this;
    }

    public CaseFixture ledBy(String name, @Nullable Integer pip) {
        lead = new CaseMessage.LeadOfficer(name, "4711", pip);
        return this;
    }

    public CaseFixture assessed(RiskTool tool, RiskGrade grade, @Nullable Instant at) {
        risk = new CaseMessage.RiskEntry(tool, "2009", grade, at, "PC Example", null);
        return this;
    }

    public CaseFixture closedAt(Instant at) {
        closedAt = at;
        outcome = "Finalised";
        return this;
    }

    /** What the crime system would send. */
    public CaseMessage message() {
        return new CaseMessage(source, reference, changedAt, reportedAt, title, area, calls, crimes, victim, suspects, parties,
                children, lead, null, null, risk, closedAt, outcome);
    }
}
