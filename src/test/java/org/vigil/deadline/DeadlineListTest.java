package org.vigil.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.alert.AlertFixture;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.Cursor;
import org.vigil.testkit.Databases;
import org.vigil.testkit.VigilTest;

@VigilTest
class DeadlineListTest {

    private static final String BAIL = "PRE_CHARGE_BAIL";
    private static final Instant START = Instant.parse("2026-06-09T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-09-11T10:00:00Z");
    private static final Viewer CUSTODY =
            new Viewer(1L, "custody", "Custody", Set.of(Duty.CUSTODY), null, Set.of(), "127.0.0.1");

    @Autowired
    private Clockwork clockwork;

    @Autowired
    private DeadlineQueries queries;

    @Autowired
    private Databases databases;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private AreaService areas;

    private final String reference = UUID.randomUUID().toString();

    @Test
    void every_page_is_reached_breached_clocks_first_and_paused_ones_last() {
        var breached = List.of(open(START), open(START.plusSeconds(60)), open(START));
        var paused = List.of(open(START), open(START), open(START));
        var running = List.of(open(NOW), open(NOW));
        paused.forEach(call -> clockwork.play(
                START.plusSeconds(60), new DeadlineChange.Pause(BAIL, call, START.plusSeconds(60), "charging decision")));

        var filter = DeadlineFilter.ALL
                .in(DeadlineState.BREACHED, DeadlineState.DUE_SOON, DeadlineState.OPEN, DeadlineState.PAUSED)
                .about(null, null, reference);
        var seen = new ArrayList<Long>();
        Cursor from = null;
        do {
            var page = queries.list(filter, CUSTODY, NOW, from, 2);
            assertThat(page.items()).hasSize(2);
            page.items().forEach(view -> seen.add(view.subject().id()));
            from = page.next() == null ? null : Cursor.parse(page.next());
        } while (from != null);

        assertThat(seen).hasSize(8).doesNotHaveDuplicates();
        assertThat(seen.subList(0, 3)).containsExactlyInAnyOrderElementsOf(ids(breached));
        assertThat(seen.subList(3, 5)).containsExactlyInAnyOrderElementsOf(ids(running));
        assertThat(seen.subList(5, 8)).containsExactlyInAnyOrderElementsOf(ids(paused));
    }

    @Test
    void a_list_counts_no_further_than_it_needs_to_say() {
        for (var i = 0; i < 3; i++) {
            open(START);
        }
        var filter = DeadlineFilter.ALL.about(null, null, reference);
        assertThat(queries.countUpTo(2, filter, CUSTODY, NOW)).isEqualTo(2);
        assertThat(queries.countUpTo(DeadlineQueries.MOST_COUNTED, filter, CUSTODY, NOW)).isEqualTo(3);
        assertThat(queries.count(filter, CUSTODY, NOW)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "deadline_reference | subject_reference = 'CAD-1'",
        "deadline_live | is_open AND due_order >= '2026-01-01' ORDER BY due_order, id LIMIT 26",
        "deadline_board | status = 'MET_LATE' ORDER BY due_order, id LIMIT 26",
        "deadline_of_rule | rule_code = 'PRE_CHARGE_BAIL' AND is_open AND id > 5 ORDER BY id LIMIT 500"
    })
    void what_lists_ask_for_has_an_index(String index, String question) {
        var fixture = new AlertFixture(databases, staff, areas);
        assertThat(fixture.values("EXPLAIN FORMAT=JSON SELECT id FROM deadline WHERE " + question).getFirst())
                .contains("\"" + index + "\"");
    }

    private SubjectRef open(Instant start) {
        var call = clockwork.call();
        var named = new SubjectRef(call.type(), call.id(), reference);
        clockwork.open(BAIL, named, start, start.plus(Duration.ofSeconds(1)));
        return named;
    }

    private static List<Long> ids(List<SubjectRef> calls) {
        return calls.stream().map(SubjectRef::id).toList();
    }
}
