package org.vigil.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.incident.CallFixture.aCall;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.Transactions;
import org.vigil.db.generated.Tables;
import org.vigil.person.PersonIntake;
import org.vigil.person.PersonMeasure;
import org.vigil.person.SomePerson;
import org.vigil.person.data.LinkStore;
import org.vigil.security.AreaService;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.testkit.Staff;
import org.vigil.testkit.VigilTest;

/** What somebody who asks about a person is told of calls. */
@VigilTest
class CallsOfPersonTest {

    @Autowired
    private CallsOfPerson calls;

    @Autowired
    private IncidentIntake intake;

    @Autowired
    private PersonIntake people;

    @Autowired
    private LinkStore links;

    @Autowired
    private AreaService areas;

    @Autowired
    private CurrentViewer viewers;

    @Autowired
    private Transactions transactions;

    @Autowired
    private DSLContext sql;

    @Autowired
    private Staff staff;

    @Autowired
    private Clock clock;

    @Test
    void that_officers_are_awaited_shows_force_wide_and_the_call_opens_only_within_the_officers_areas() {
        var here = Ground.anew(areas, staff);
        var elsewhere = Ground.anew(areas, staff);
        var reference = "AW" + SomePerson.letters();
        staff.as(staff.account("test-feed", Duty.FEED), () -> intake.takeInAll(List.of(aCall(reference)
                .flagged().graded("IMMEDIATE").receivedAt(clock.instant()).inArea(here.code()).message())));
        var id = sql.select(Tables.INCIDENT.ID).from(Tables.INCIDENT)
                .where(Tables.INCIDENT.REFERENCE.eq(reference)).fetchSingle().value1();
        var subject = new SubjectRef(SubjectType.INCIDENT, id, reference);
        transactions.run(() -> people.link(
                List.of(new PersonIntake.PartiesOf(subject, List.of(SomePerson.anew().in(subject, 0)))), clock.instant()));
        var person = links.of(SubjectType.INCIDENT, id).getFirst().personId();

        assertThat(measure(here, person).href()).isEqualTo("calls/" + id);
        assertThat(measure(elsewhere, person).detail()).contains(reference, "officers are awaited");
        assertThat(measure(elsewhere, person).href()).isNull();
    }

    private PersonMeasure measure(Ground ground, long person) {
        return staff.as(staff.someoneIn(Set.of(ground.district()), Duty.NPT), () -> calls
                .liveOf(Map.of(person, List.of(person)), viewers.get(), clock.instant())
                .get(person)
                .getFirst());
    }
}
