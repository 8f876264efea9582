package org.vigil.custody;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.person.NamedPerson;

/**
 * Events that read as sentences: {@code anEvent("C1", RELEASED_BAIL, at).in("North").until(day).on("No contact")}. What a
 * test doesn't name is not said.
 */
public final class EventFixture {

    private final String reference;
    private final CustodyEventKind kind;
    private final @Nullable Instant at;
    private String source = "CUSTODY";
    private @Nullable NamedPerson person;
    private @Nullable String station;
    private @Nullable String area;
    private @Nullable CustodyAuthority rank;
    private List<@Nullable String> conditions = List.of();
    private List<@Nullable String> offences = List.of();
    private @Nullable Instant bailEndsAt;
    private @Nullable Instant detentionEndsAt;
    private @Nullable ArrestedFor arrestedFor;
    private @Nullable Boolean domesticAbuse;
    private @Nullable Instant releaseAt;
    private @Nullable String how;
    private @Nullable Boolean conditionsIncluded;

    private EventFixture(String reference, CustodyEventKind kind, @Nullable Instant at) {
        this.reference = reference;
        this.kind = kind;
        this.at = at;
    }

    public static EventFixture anEvent(String reference, CustodyEventKind kind, @Nullable Instant at) {
        return new EventFixture(reference, kind, at);
    }

    public EventFixture from(String feed) {
        source = feed;
        return this;
    }

    public EventFixture of(NamedPerson who) {
        person = who;
        return this;
    }

    public EventFixture in(String where) {
        station = where;
        return this;
    }

    public EventFixture inArea(String code) {
        area = code;
        return this;
    }

    public EventFixture by(CustodyAuthority who) {
        rank = who;
        return this;
    }

    public EventFixture on(String... bailConditions) {
        conditions = List.of(bailConditions);
        return this;
    }

    public EventFixture accusedOf(String... what) {
        offences = List.of(what);
        return this;
    }

    public EventFixture until(Instant bailEnds) {
        bailEndsAt = bailEnds;
        return this;
    }

    public EventFixture detainedUntil(Instant ends) {
        detentionEndsAt = ends;
        return this;
    }

    public EventFixture arrestedFor(ArrestedFor reason) {
        arrestedFor = reason;
        return this;
    }

    public EventFixture notDomesticAbuse() {
        domesticAbuse = false;
        return this;
    }

    public EventFixture releasedAt(Instant when) {
        releaseAt = when;
        return this;
    }

    public EventFixture toldBy(String means, boolean withConditions) {
        how = means;
        conditionsIncluded = withConditions;
        return this;
    }

    /** What a feed would send. */
    public CustodyMessage message() {
        return new CustodyMessage(source, reference, person, at, kind, station, area, null, rank, null, conditions, bailEndsAt,
                null, null, offences, detentionEndsAt, arrestedFor, null, null, null, domesticAbuse, releaseAt, how,
                conditionsIncluded, null, null, null, null, null, null);
    }
}
