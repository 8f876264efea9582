package org.vigil.person.ui;

import static org.vigil.incident.CallFixture.aCall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vigil.db.Transactions;
import org.vigil.incident.CallFixture;
import org.vigil.incident.Ground;
import org.vigil.incident.IncidentIntake;
import org.vigil.person.PersonIntake;
import org.vigil.person.PersonParty;
import org.vigil.person.SomePerson;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.MatchStore;
import org.vigil.security.AreaService;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Staff;

/** Calls that name people, taken in as a feed would and linked as the job would. */
final class Folk {

    private final IncidentIntake calls;
    private final PersonIntake people;
    private final LinkStore links;
    private final Transactions transactions;
    private final Databases databases;
    private final Staff staff;
    private final Ground ground;

    /** @param areas where the calls get an area of their own, so that nobody else's board counts them */
    Folk(
            IncidentIntake calls, PersonIntake people, LinkStore links, Transactions transactions, Databases databases,
            Staff staff, AreaService areas) {
        this.calls = calls;
        this.people = people;
        this.links = links;
        this.transactions = transactions;
        this.databases = databases;
        this.staff = staff;
        ground = Ground.anew(areas, staff);
    }

    /** Somebody's part in a call. */
    record Part(String role, SomePerson person) {}

    /** Takes a call in with these parties; answers who they are, in their order. */
    List<Long> call(CallFixture call, String reference, Part... parts) {
        staff.as(staff.account("test-feed", Duty.FEED), () -> calls.takeInAll(List.of(call.inArea(ground.code()).message())));
        var subject = new SubjectRef(SubjectType.INCIDENT, id(reference), reference);
        var parties = new ArrayList<PersonParty>();
        for (var part : parts) {
            parties.add(PersonParty.of(subject, parties.size(), part.role(), part.person().details()));
        }
        transactions.run(() -> people.link(List.of(new PersonIntake.PartiesOf(subject, parties)), Instant.now()));
        return links.of(subject.type(), subject.id()).stream().map(link -> link.personId()).toList();
    }

    /** Two who are perhaps one, and the key of the question: twins of one home, in a call each. */
    record Twins(long one, long other, long pair) {}

    /** Aisha and Maryam, named after a run and of its own home and birthday, so that no other run's are taken for them. */
    Twins twins(String run, MatchStore queue) {
        var born = SomePerson.childsDay().toString();
        var postcode = SomePerson.postcode();
        var now = Instant.now();
        var both = Stream.of("Aisha", "Maryam")
                .map(given -> SomePerson.called(given + run, "Rah" + run).born(born).at("4 " + run + " Lane", postcode))
                .map(child -> call(flagged(child.name().given(), now), child.name().given(), new Part("CHILD", child)).getFirst())
                .toList();
        return new Twins(both.getFirst(), both.getLast(), queue.ofPair(both.getFirst(), both.getLast()));
    }

    /** Where the calls are. */
    Ground ground() {
        return ground;
    }

    long id(String reference) {
        return Long.parseLong(value("SELECT id FROM incident WHERE reference = '" + reference + "'"));
    }

    String value(String query) {
        try (var connection = databases.asOwner(); var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (java.sql.SQLException problem) {
            throw new AssertionError(problem);
        }
    }

    /** A domestic abuse call that is over, its clocks met: what runs for years would stand first in everybody's lists. */
    static CallFixture flagged(String reference, Instant received) {
        return aCall(reference).flagged().graded("IMMEDIATE").receivedAt(received).arriving(received).closedAt(received)
                .withCrime("CR-" + reference, received);
    }
}
