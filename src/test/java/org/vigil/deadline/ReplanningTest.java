package org.vigil.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.alert.AlertFixture;
import org.vigil.db.Transactions;
import org.vigil.deadline.data.DeadlineStore;
import org.vigil.deadline.data.ReplanStore;
import org.vigil.security.AreaService;
import org.vigil.security.EngineScope;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.SubjectRef;
import org.vigil.testkit.Databases;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

/** How running clocks come under a new version while others work. Each test puts the rule back. */
@VigilTest
class ReplanningTest {

    private static final Instant NOW = Instant.parse("2026-06-10T10:00:00Z");
    private static final Instant STARTED = NOW.minus(Duration.ofDays(2));
    private static final String REQUEST = "INFORMATION_REQUEST";

    @Autowired
    private Clockwork clockwork;

    @Autowired
    private DeadlineService service;

    @Autowired
    private RuleService rules;

    @Autowired
    private Replanning replanning;

    @Autowired
    private ReplanStore asked;

    @Autowired
    private DeadlineStore store;

    @Autowired
    private Catalogues catalogues;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private AreaService areas;

    @Autowired
    private TestClock clock;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @BeforeEach
    void pin() {
        clock.pin(NOW);
    }

    @AfterEach
    void put_back() {
        threads.shutdownNow();
        var fixture = new AlertFixture(databases, staff, areas);
        var shipped = "(SELECT id FROM (SELECT MIN(id) AS id FROM deadline_rule WHERE code = '" + REQUEST + "') AS first)";
        var added = " WHERE rule_id IN (SELECT id FROM deadline_rule WHERE code = '" + REQUEST + "' AND id <> " + shipped + ")";
        fixture.update("UPDATE deadline SET rule_id = " + shipped + added);
        fixture.update("DELETE FROM deadline_replan");
        fixture.update("DELETE FROM deadline_rule_audience" + added);
        fixture.update("DELETE FROM deadline_rule_rung" + added);
        fixture.update("DELETE FROM deadline_rule WHERE code = '" + REQUEST + "' AND id <> " + shipped);
        fixture.update("UPDATE deadline_rule SET valid_to = NULL WHERE code = '" + REQUEST + "'");
        clock.release();
    }

    @Test
    void a_rule_is_superseded_after_whoever_opens_a_clock_has_done_and_takes_that_clock_too() throws Exception {
        var opening = clockwork.call();
        var opened = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var feed = threads.submit(() -> transactions.run(() -> {
            service.apply(List.of(open(opening)), NOW);
            opened.countDown();
            awaitQuietly(commit);
        }));
        opened.await();
        clockwork.play(NOW, open(clockwork.call()));

        Future<?> superseding = threads.submit(() -> EngineScope.run(() -> rules.supersede(change(5, NOW.minusSeconds(60)))));
        assertThatThrownBy(() -> superseding.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(catalogues.current().versions(REQUEST)).as("not even written").hasSize(1);
        commit.countDown();
        feed.get(20, TimeUnit.SECONDS);
        superseding.get(20, TimeUnit.SECONDS);

        assertThat(clockwork.of(opening))
                .extracting(DeadlineView::state)
                .containsExactly(DeadlineState.SUPERSEDED, DeadlineState.OPEN);
    }

    @Test
    void a_version_that_begins_later_changes_running_clocks_when_it_begins() {
        var running = clockwork.call();
        clockwork.play(NOW, open(running));
        var begins = NOW.plus(Duration.ofDays(1));
        EngineScope.run(() -> rules.supersede(change(5, begins)));

        replanning.run(begins.minusNanos(1_000));
        assertThat(clockwork.of(running)).hasSize(1);
        replanning.run(begins);
        assertThat(clockwork.of(running))
                .extracting(DeadlineView::state)
                .containsExactly(DeadlineState.SUPERSEDED, DeadlineState.OPEN);
        assertThat(replanning.run(begins)).as("once").isEqualTo(new Replanning.Done(0, 0));
    }

    @Test
    void running_clocks_are_changed_page_by_page_and_each_page_is_at_once_everybodys() throws Exception {
        var calls = new ArrayList<SubjectRef>();
        var changes = new ArrayList<DeadlineChange>();
        for (var i = 0; i < 501; i++) {
            calls.add(clockwork.call());
            changes.add(open(calls.getLast()));
        }
        clockwork.play(NOW, changes.toArray(DeadlineChange[]::new));
        var held = new CountDownLatch(1);
        var letGo = new CountDownLatch(1);
        var holder = threads.submit(() -> transactions.run(() -> {
            store.lock(clockwork.only(calls.getLast()).id());
            held.countDown();
            awaitQuietly(letGo);
        }));
        held.await();
        var superseding = threads.submit(() -> EngineScope.run(() -> rules.supersede(change(5, NOW.minusSeconds(60)))));

        await().atMost(Duration.ofSeconds(8)).until(() -> clockwork.of(calls.getFirst()).size() == 2);
        letGo.countDown();
        holder.get(20, TimeUnit.SECONDS);
        superseding.get(20, TimeUnit.SECONDS);
        assertThat(clockwork.of(calls.getLast())).hasSize(2);
    }

    @Test
    void what_a_node_left_half_done_is_gone_on_with() {
        var first = clockwork.call();
        var second = clockwork.call();
        clockwork.play(NOW, open(first), open(second));
        EngineScope.run(() -> rules.supersede(
                new RuleChange(versions().getLast().id(), 5, "Policy", null, Map.of(), NOW.minusSeconds(60), "later", false)));
        var version = versions().getLast().id();
        transactions.run(() -> {
            var id = asked.ask(REQUEST, version, true, "as if a node had died", "admin", NOW);
            asked.advance(id, clockwork.only(first).id(), 7, null);
        });

        assertThat(replanning.run(NOW).changed()).isPositive();
        assertThat(clockwork.of(first)).as("was looked at before").hasSize(1);
        assertThat(clockwork.of(second)).hasSize(2);
    }

    private List<DeadlineRule> versions() {
        return catalogues.current().versions(REQUEST);
    }

    private RuleChange change(int length, Instant from) {
        return new RuleChange(versions().getLast().id(), length, "Force policy", null, Map.of(), from, "new guidance", true);
    }

    private static DeadlineChange open(SubjectRef call) {
        return DeadlineChange.Open.of(REQUEST, call, "Answer it", null, STARTED, "from the test");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
