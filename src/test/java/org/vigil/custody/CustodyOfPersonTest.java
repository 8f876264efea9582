package org.vigil.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.custody.CustodyEventKind.*;
import static org.vigil.custody.EventFixture.anEvent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.person.NamedPerson;
import org.vigil.person.PersonChapter;
import org.vigil.person.PersonEntry;
import org.vigil.person.SomePerson;
import org.vigil.person.data.LinkStore;
import org.vigil.person.jobs.PeopleOfParties;
import org.vigil.person.search.ReferenceFinder;
import org.vigil.security.EngineScope;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class CustodyOfPersonTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private CustodyIntake intake;

    @Autowired
    private CustodyOfPerson chapter;

    @Autowired
    private CustodyQueries queries;

    @Autowired
    private TracesInCustody traces;

    @Autowired
    private List<ReferenceFinder> finders;

    @Autowired
    private PeopleOfParties people;

    @Autowired
    private LinkStore links;

    @Autowired
    private CurrentViewer viewers;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    private final String reference = "C-" + UUID.randomUUID();
    private final NamedPerson him = new NamedPerson(
            SomePerson.letters(), SomePerson.letters(), SomePerson.day(), "M", null, null, List.of());
    private Viewer response;

    @BeforeEach
    void somebody_is_arrested() {
        clock.pin(NOON);
        response = viewerOf(Duty.RESPONSE);
        send(anEvent(reference, ARRESTED, hour(-5)).of(him).in("North").accusedOf("Assault"));
        EngineScope.call(() -> people.run(NOON));
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void a_person_page_tells_each_event_and_that_they_are_held() {
        assertThat(entries(response)).extracting(PersonEntry::title).containsExactly("Arrested · " + reference);
        assertThat(chapter.liveOf(Map.of(person(), List.of(person())), response, NOON).get(person()))
                .singleElement()
                .satisfies(measure -> {
                    assertThat(measure.kind()).isEqualTo("In custody");
                    assertThat(measure.always()).isTrue();
                    assertThat(measure.detail()).contains("In custody at North");
                    assertThat(measure.href()).isEqualTo("custody/" + record());
                });
    }

    @Test
    void a_live_bail_shows_its_conditions_and_its_end_and_is_gone_once_it_is_over() {
        send(anEvent(reference, RELEASED_BAIL, hour(-1)).until(hour(240)).on("Not to contact her"));
        assertThat(measures()).singleElement().asString()
                .contains("On bail until Fri 13 Mar 2026 12:00", "Not to contact her");
        assertThat(queries.openOf(List.of(person()))).containsValue(record());
        send(anEvent(reference, RELEASED_NO_ACTION, hour(0)));
        assertThat(measures()).isEmpty();
        assertThat(queries.openOf(List.of(person()))).isEmpty();
        assertThat(queries.recordsOf(List.of(person()))).containsEntry(person(), List.of(record()));
        assertThat(queries.standings(List.of(record())).get(record()).state()).isEqualTo(CustodyState.NO_ACTION);
    }

    @Test
    void the_custody_number_finds_the_record_and_the_person_for_those_who_may_open_it() {
        assertThat(finders.stream().flatMap(finder -> finder.peopleOf(reference, response).entrySet().stream()))
                .containsExactly(Map.entry(person(), "custody " + reference));
        assertThat(finders.stream().flatMap(finder -> finder.recordsOf(reference, response).stream()))
                .singleElement()
                .satisfies(found -> assertThat(found.path()).isEqualTo("custody/" + record()));
        var admin = viewerOf(Duty.ADMIN);
        assertThat(finders.stream().flatMap(finder -> finder.peopleOf(reference, admin).entrySet().stream())).isEmpty();
    }

    @Test
    void retention_hears_that_the_record_is_open_until_it_ends() {
        assertThat(traces.of(List.of(record()))).singleElement().satisfies(trace -> {
            assertThat(trace.open()).isTrue();
            assertThat(trace.domesticAbuse()).isTrue();
        });
        send(anEvent(reference, RELEASED_NO_ACTION, hour(0)));
        assertThat(traces.of(List.of(record()))).singleElement().satisfies(trace -> assertThat(trace.open()).isFalse());
    }

    private List<String> measures() {
        return chapter.liveOf(Map.of(person(), List.of(person())), response, NOON).getOrDefault(person(), List.of()).stream()
                .map(measure -> measure.detail())
                .toList();
    }

    private List<PersonEntry> entries(Viewer viewer) {
        return chapter.tell(
                        viewer,
                        new PersonChapter.About(List.of(person()), links.of(SubjectType.CUSTODY, record())),
                        NOON)
                .entries();
    }

    private long record() {
        return finders.stream()
                .flatMap(finder -> finder.recordsOf(reference, response).stream())
                .findFirst()
                .orElseThrow()
                .subject()
                .id();
    }

    private long person() {
        return queries.personOf(record()).orElseThrow();
    }

    private Viewer viewerOf(Duty duty) {
        return staff.as(staff.someone(duty), viewers::get);
    }

    private void send(EventFixture event) {
        assertThat(EngineScope.call(() -> intake.takeInAll(List.of(event.message()))).getFirst().reasons())
                .noneMatch(reason -> reason.field().equals("at"));
    }

    private static Instant hour(int from) {
        return NOON.plusSeconds(from * 3600L);
    }
}
