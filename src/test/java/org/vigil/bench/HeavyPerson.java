package org.vigil.bench;

import static org.vigil.incident.CallFixture.aCall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.vigil.db.Transactions;
import org.vigil.faults.TestForce;
import org.vigil.incident.IncidentIntake;
import org.vigil.person.ExternalKind;
import org.vigil.person.FlagSystem;
import org.vigil.person.MarkerType;
import org.vigil.person.NewExternalRecord;
import org.vigil.person.NewFlag;
import org.vigil.person.NewMarker;
import org.vigil.person.NewRelationship;
import org.vigil.person.PersonEdits;
import org.vigil.person.PersonFlags;
import org.vigil.person.PersonIntake;
import org.vigil.person.PersonIntake.PartiesOf;
import org.vigil.person.PersonParty;
import org.vigil.person.RelationshipKind;
import org.vigil.person.SomePerson;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.PersonReads;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** Somebody with five hundred records, each made as the console makes it: calls by a feed, the others by an officer. */
final class HeavyPerson {

    static final int CALLS = 300;
    static final int OF_EACH_OTHER = 50;

    private static final int CALLS_A_BATCH = 50;

    private final BenchConsole console;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    HeavyPerson(BenchConsole console) {
        this.console = console;
    }

    /** Makes one, in calls whose references begin so; answers who it is. */
    long make(String references) {
        var him = SomePerson.anew().born("1985-05-17").at("4 Bench Road", "ZZ9 9ZZ").ringing("07700 900123");
        var others = new ArrayList<Long>();
        var person = 0L;
        for (var from = 0; from < CALLS; from += CALLS_A_BATCH) {
            person = calls(references, from, him, others);
        }
        var id = person;
        console.as(TestForce.SUPERVISOR, () -> {
            records(id, others);
            return id;
        });
        return id;
    }

    private long calls(String references, int from, SomePerson him, List<Long> others) {
        var messages = new ArrayList<org.vigil.incident.CallMessage>();
        for (var at = from; at < from + CALLS_A_BATCH; at++) {
            var received = now.minus(Duration.ofDays(3L * at + 1));
            var call = aCall(references + at).flagged().graded("IMMEDIATE").receivedAt(received).urban().arriving(received);
            messages.add((at == 0 ? call : call.closedAt(received)).message());
        }
        console.as(TestForce.FEED, () -> console.bean(IncidentIntake.class).takeInAll(messages));
        var batch = new ArrayList<PartiesOf>();
        for (var at = from; at < from + CALLS_A_BATCH; at++) {
            var subject = new SubjectRef(SubjectType.INCIDENT, id(references + at), references + at);
            batch.add(new PartiesOf(
                    subject,
                    List.of(party(subject, 0, "SUSPECT", him), party(subject, 1, "VICTIM", SomePerson.anew().born("1990-01-20")))));
        }
        console.bean(Transactions.class).run(() -> console.bean(PersonIntake.class).link(batch, now));
        var links = console.bean(LinkStore.class);
        var person = 0L;
        for (var each : batch) {
            var linked = links.of(SubjectType.INCIDENT, each.subject().id());
            person = linked.getFirst().personId();
            others.add(linked.getLast().personId());
        }
        return person;
    }

    private static PersonParty party(SubjectRef subject, int place, String role, SomePerson who) {
        return new PersonParty(subject, place, role, who.details(), Integer.toHexString(who.details().hashCode()));
    }

    private void records(long id, List<Long> others) {
        var edits = console.bean(PersonEdits.class);
        var flags = console.bean(PersonFlags.class);
        var today = LocalDate.ofInstant(now, java.time.ZoneOffset.UTC);
        for (var at = 0; at < OF_EACH_OTHER; at++) {
            var types = MarkerType.values();
            flags.mark(id, version(id), new NewMarker(
                    types[at % types.length], "Said by a neighbour, " + at, today.minusDays(at), today.plusDays(90)));
            flags.ask(id, version(id), new NewFlag(
                    FlagSystem.values()[at % FlagSystem.values().length], "Flag " + at, "Asked for by the team, " + at));
            edits.relate(id, version(id), new NewRelationship(
                    others.get(at), at % 2 == 0 ? RelationshipKind.FORMER_PARTNER : RelationshipKind.CHILD, null, null, null));
            edits.external(id, version(id), new NewExternalRecord(
                    ExternalKind.CONVICTION, "PNC", "12/" + at, today.minusDays(30L * at), "Assault by beating"));
        }
    }

    private int version(long id) {
        return console.bean(PersonReads.class).inFull(Viewer.engine(), id, now).orElseThrow().version();
    }

    private long id(String reference) {
        try (var connection = console.connect();
                var ask = connection.prepareStatement("SELECT id FROM incident WHERE reference = ?")) {
            ask.setString(1, reference);
            try (var rows = ask.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (java.sql.SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
