package org.vigil.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.vigil.person.SomePerson;

/**
 * Calls that read as sentences: {@code aCall("1193").flagged().graded("IMMEDIATE").inArea("N1").arriving(at)}. What a
 * test doesn't name has no influence on it.
 */
public final class CallFixture {

    public static final Instant RECEIVED = Instant.parse("2026-03-03T12:00:00Z");

    private final String reference;
    private String source = "CAD";
    private @Nullable Instant changedAt;
    private @Nullable Instant received = RECEIVED;
    private @Nullable Instant created;
    private @Nullable Instant gradedAt;
    private @Nullable String grade;
    private @Nullable List<GradeStep> steps;
    private @Nullable Boolean flag;
    private @Nullable Disposal disposal;
    private @Nullable String description;
    private @Nullable CallAddress address;
    private @Nullable String area;
    private @Nullable Instant dispatched;
    private @Nullable Instant arrived;
    private @Nullable Instant closed;
    private final List<Party> parties = new ArrayList<>();
    private final List<Crime> crimes = new ArrayList<>();

    private CallFixture(String reference) {
        this.reference = reference;
    }

    public static CallFixture aCall(String reference) {
        return new CallFixture(reference);
    }

    public static CallFixture aCall() {
        return aCall("1193");
    }

    public CallFixture from(String feed) {
        source = feed;
        return this;
    }

    /** Flagged as domestic abuse. */
    public CallFixture flagged() {
        flag = true;
        return this;
    }

    public CallFixture unflagged() {
        flag = false;
        return this;
    }

    public CallFixture graded(String given) {
        grade = given;
        return this;
    }

    public CallFixture gradedAt(Instant at) {
        gradedAt = at;
        return this;
    }

    public CallFixture receivedAt(@Nullable Instant at) {
        received = at;
        return this;
    }

    public CallFixture createdAt(Instant at) {
        created = at;
        return this;
    }

    public CallFixture changedAt(Instant at) {
        changedAt = at;
        return this;
    }

    /** One step of the history, without reason or authority. */
    public CallFixture step(@Nullable String to, @Nullable Boolean domesticAbuse, Instant at) {
        return step(new GradeStep(to, domesticAbuse, at, null, null, null));
    }

    public CallFixture step(GradeStep step) {
        steps = steps == null ? new ArrayList<>() : steps;
        steps.add(step);
        return this;
    }

    public CallFixture inArea(String code) {
        area = code;
        return this;
    }

    public CallFixture at(@Nullable String line, @Nullable String postcode, @Nullable Locality locality) {
        address = new CallAddress(line, postcode, locality);
        return this;
    }

    public CallFixture rural() {
        return at("Mill Lane", null, Locality.RURAL);
    }

    public CallFixture urban() {
        return at("Ashby Road", null, Locality.URBAN);
    }

    public CallFixture dispatchedAt(Instant at) {
        dispatched = at;
        return this;
    }

    public CallFixture arriving(Instant at) {
        arrived = at;
        return this;
    }

    public CallFixture closedAt(Instant at) {
        closed = at;
        return this;
    }

    public CallFixture disposed(Disposal how) {
        disposal = how;
        return this;
    }

    public CallFixture describedAs(String text) {
        description = text;
        return this;
    }

    /**
     * Somebody whose birthday, telephone and home follow from the name: shared ones would let people of different tests,
     * whose random names are alike now and then, be taken for one.
     */
    public CallFixture with(PartyRole role, String givenName, String familyName) {
        var own = new Random((givenName + " " + familyName).hashCode());
        parties.add(new Party(role, givenName, familyName, LocalDate.of(1940, 1, 1).plusDays(own.nextInt(18_000)), "F",
                "07700 %06d".formatted(own.nextInt(1_000_000)),
                new PartyAddress(own.nextInt(1, 400) + " Example Street", SomePerson.postcode(own)),
                List.of(new Identifier(IdentifierScheme.LOCAL, reference + "-" + parties.size()))));
        return this;
    }

    public CallFixture with(Party party) {
        parties.add(party);
        return this;
    }

    public CallFixture withCrime(String crimeReference, @Nullable Instant at) {
        crimes.add(new Crime(crimeReference, at, null));
        return this;
    }

    public CallFixture withoutCrimeBecause(String reason, @Nullable Instant at) {
        crimes.add(new Crime(null, at, reason));
        return this;
    }

    /** What a feed would send. */
    public CallMessage message() {
        return new CallMessage(source, reference, changedAt, received, created, gradedAt, grade, steps, flag, null, null,
                disposal, description, address, area, null, null, null, parties, dispatched, arrived, closed, List.of(),
                List.of(), crimes, null);
    }

    /** The call as it is held after this message alone, taken in at an instant. */
    public Call takenInAt(Instant now) {
        return takenInOver(null, now);
    }

    /** The call as it is held after this message came over what was held. */
    public Call takenInOver(@Nullable Call held, Instant now) {
        var outcome = org.vigil.incident.rules.CallMerge.of(
                held, message(), message().withoutChangedAt().toString(), name -> null, now);
        return switch (outcome) {
            case org.vigil.incident.rules.CallMerge.Outcome.Changed(Call call) -> call;
            case org.vigil.incident.rules.CallMerge.Outcome.Same(Call call) -> call;
            case org.vigil.incident.rules.CallMerge.Outcome.Stale() -> java.util.Objects.requireNonNull(held);
        };
    }

    /** The facts after this message alone, a day after it was received. */
    public CallFacts facts() {
        return CallFacts.of(takenInAt(RECEIVED.plusSeconds(86_400)));
    }
}
