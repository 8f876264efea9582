package org.vigil.deadline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.alert.AlertFixture;
import org.vigil.deadline.Clockwork;
import org.vigil.deadline.DeadlineChange;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.SubjectRef;
import org.vigil.testkit.Databases;
import org.vigil.testkit.VigilTest;

/** What is told of a clock that can't be checked. */
@VigilTest
class DeadlineFailureTest {

    private static final Instant START = Instant.parse("2026-06-09T10:00:00Z");
    private static final Instant SOON = START.plus(Duration.ofHours(18));
    private static final Instant DUE = START.plus(Duration.ofHours(24));
    private static final String CRIME = "CRIME_RECORDING";

    @Autowired
    private DeadlineSweep sweep;

    @Autowired
    private Clockwork clockwork;

    @Autowired
    private Databases databases;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private AreaService areas;

    private AlertFixture fixture;
    private SubjectRef call;
    private long area;
    private long clock;

    @BeforeEach
    void a_clock_whose_alert_can_not_be_read() {
        fixture = new AlertFixture(databases, staff, areas);
        area = fixture.district();
        call = clockwork.call();
        clockwork.play(START, DeadlineChange.Open.of(CRIME, call, "Ring Ms Example", area, START, "from the test"));
        clock = clockwork.only(call).id();
        sweep.deadlines(SOON);
        duty("GHOST");
        sweep.deadlines(DUE);
    }

    @Test
    void an_administrator_learns_which_clock_it_is_and_nothing_of_whom_it_is_about() {
        assertThat(failure("CONCAT(subject_reference, ' ', title, ' ', detail)"))
                .contains("Clock " + clock, CRIME)
                .doesNotContain(call.reference(), "Example");
        assertThat(failure("area_id")).isEqualTo("" + area);
        duty("LEADER");
    }

    @Test
    void the_failure_of_a_clock_is_over_when_the_clock_is_done() {
        assertThat(failure("state")).isEqualTo("RAISED");
        duty("LEADER");
        clockwork.meet(CRIME, call, DUE.plusSeconds(60), DUE.plusSeconds(60));
        assertThat(failure("state")).isEqualTo("RESOLVED");
    }

    private void duty(String escalateTo) {
        fixture.update("UPDATE alert SET escalate_to = ? WHERE dedup_key = ?", escalateTo, CRIME + ":INCIDENT:" + call.id());
    }

    private String failure(String column) {
        return fixture.values(
                        "SELECT " + column + " FROM alert WHERE kind = 'ENGINE_ITEM_FAILED' AND subject_id = ?", clock)
                .getFirst();
    }
}
