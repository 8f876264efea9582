package org.vigil.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.incident.CallFixture.aCall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.security.AreaService;
import org.vigil.security.EngineScope;
import org.vigil.shared.Duty;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class CallListTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private IncidentIntake intake;

    @Autowired
    private IncidentService calls;

    @Autowired
    private AreaService areas;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    private Ground ground = new Ground(0, 0, "", 0, "");

    @BeforeEach
    void a_ground_of_its_own() {
        clock.pin(NOON.plus(Duration.ofHours(2)));
        ground = Ground.anew(areas, staff);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void calls_that_only_lack_a_time_stand_below_those_for_which_somebody_waits() {
        send(immediate("closed", 0).closedAt(minute(40)),
                immediate("attended", 1).disposed(Disposal.ATTENDED),
                immediate("waits long", 2),
                immediate("waits", 3),
                immediate("in time", 4).arriving(minute(9)));

        assertThat(inPagesOf(25)).containsExactly("waits long", "waits", "closed", "attended", "in time");
        assertThat(inPagesOf(1)).isEqualTo(inPagesOf(25));
        assertThat(inPagesOf(2)).isEqualTo(inPagesOf(25));
        assertThat(list(null, 25).late()).isEqualTo(2);
    }

    private List<String> inPagesOf(int size) {
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = list(cursor, size).page();
            page.items().forEach(row -> seen.add(row.reference().substring(0, row.reference().indexOf('@'))));
            cursor = page.next();
        } while (cursor != null);
        return seen;
    }

    private IncidentService.CallList list(@Nullable String cursor, int size) {
        var viewer = staff.someoneIn(Set.of(ground.district()), Duty.SUPERVISOR);
        var here = new CallFilter(CallFilter.Show.ALL, CallFilter.Period.DAY, ground.district(), null);
        return staff.as(viewer, () -> calls.list(here, cursor, size, false));
    }

    private CallFixture immediate(String name, int minute) {
        return aCall(name + "@" + ground.code()).flagged().graded("IMMEDIATE").receivedAt(minute(minute)).urban()
                .inArea(ground.code());
    }

    private void send(CallFixture... sent) {
        EngineScope.call(() -> intake.takeInAll(Stream.of(sent).map(CallFixture::message).toList()));
    }

    private static Instant minute(int after) {
        return NOON.plus(Duration.ofMinutes(after));
    }
}
