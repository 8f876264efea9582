package org.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigil.alert.AlertFixture.alert;
import static org.vigil.alert.AlertFixture.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.alert.data.AlertFeedQueries;
import org.vigil.db.Transactions;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.shared.Viewer;
import org.vigil.testkit.Databases;
import org.vigil.testkit.VigilTest;

@VigilTest
class AlertFeedTest {

    private static final Instant NOW = Instant.parse("2026-03-03T14:10:00Z");
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private AlertRaiser raiser;

    @Autowired
    private Transactions transactions;

    @Autowired
    private AlertFeedQueries queries;

    @Autowired
    private Databases databases;

    @Autowired
    private AreaService areas;

    @Autowired
    private StaffDirectory staff;

    private final List<AlertFeed> feeds = new ArrayList<>();
    private AlertFixture fixture;
    private long area;

    @BeforeEach
    void nobody_is_on() {
        fixture = new AlertFixture(databases, staff, areas);
        fixture.everybodyGoesHome();
        area = fixture.district();
    }

    @AfterEach
    void stop_the_nodes() {
        feeds.forEach(AlertFeed::stop);
    }

    @Test
    void an_alert_raised_on_one_node_is_told_on_every_node_to_those_who_may_see_it() {
        var supervisor = new Listener(node(), viewer(7, Duty.SUPERVISOR, area));
        var elsewhere = new Listener(node(), viewer(8, Duty.SUPERVISOR, area + 1));
        var administrator = new Listener(node(), viewer(9, Duty.ADMIN, null));
        var second = new Listener(node(), viewer(10, Duty.CALLS, null));
        var on = fixture.onDuty(area, Duty.SUPERVISOR);
        everybodyListens();

        var id = raised();

        await().atMost(SOON).until(() -> supervisor.told(id) != null && second.told(id) != null);
        var change = supervisor.told(id);
        assertThat(change.isNew()).isTrue();
        assertThat(change.calledNow()).containsExactly(on);
        assertThat(elsewhere.told(id)).isNull();
        assertThat(administrator.told(id)).isNull();
    }

    @Test
    void a_feed_starts_at_what_is_and_tells_only_what_comes() {
        var before = raised();
        var listener = new Listener(node(), viewer(7, Duty.SUPERVISOR, area));
        everybodyListens();

        var after = raised();

        await().atMost(SOON).until(() -> listener.told(after) != null);
        assertThat(listener.told(before)).isNull();
    }

    @Test
    void committers_at_once_never_lose_a_change_for_a_poller() throws Exception {
        var listener = new Listener(node(), viewer(7, Duty.SUPERVISOR, area));
        everybodyListens();
        var raised = ConcurrentHashMap.<String>newKeySet();
        var tasks = new ArrayList<Callable<Void>>();
        for (var committer = 0; committer < 8; committer++) {
            tasks.add(() -> {
                for (var i = 0; i < 250; i++) {
                    var alert = alert(key(), area);
                    transactions.run(() -> {
                        raiser.raise(List.of(alert), NOW);
                        // Keys are given out here and become visible in another order.
                        LockSupport.parkNanos(
                                ThreadLocalRandom.current().nextLong(300_000));
                    });
                    raised.add(alert.dedupKey());
                }
                return null;
            });
        }

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var result : threads.invokeAll(tasks)) {
                result.get();
            }
        }

        assertThat(raised).hasSize(2_000);
        await().atMost(SOON).until(() -> listener.alerts.size() >= 2_000);
        var inDatabase = new HashSet<>(fixture.values("SELECT id FROM alert WHERE area_id = ?", area));
        assertThat(inDatabase).hasSize(2_000);
        assertThat(listener.alerts.keySet().stream().map(String::valueOf)).containsExactlyInAnyOrderElementsOf(inDatabase);
        assertThat(fixture.values("SELECT COUNT(*) FROM alert WHERE area_id = ? AND change_seq = 0", area))
                .containsExactly("0");
    }

    @Test
    void a_database_that_does_not_answer_is_waited_out_without_a_gap() {
        var broken = new AtomicBoolean();
        var failures = new AtomicInteger();
        var feed = start(new AlertFeed(queries) {
            @Override
            long committed() {
                if (broken.get()) {
                    failures.incrementAndGet();
                    throw new IllegalStateException("the database does not answer");
                }
                return super.committed();
            }
        });
        var listener = new Listener(feed, viewer(7, Duty.SUPERVISOR, area));
        everybodyListens();
        broken.set(true);
        await().atMost(SOON).until(() -> failures.get() >= 2);
        var meanwhile = raised();
        broken.set(false);

        await().atMost(SOON).until(() -> listener.told(meanwhile) != null);
        await().atMost(SOON).untilAsserted(() -> assertThat(listener.rereads.get()).isPositive());
    }

    @Test
    void a_slow_listener_holds_up_nobody_and_is_never_called_twice_at_once() throws Exception {
        var feed = node();
        var release = new CountDownLatch(1);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var slow = feed.subscribe(viewer(7, Duty.SUPERVISOR, area), changes -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            try {
                release.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            inside.decrementAndGet();
        });
        var quick = new Listener(feed, viewer(8, Duty.SUPERVISOR, area));
        everybodyListens();

        var first = raised();
        await().atMost(SOON).until(() -> quick.told(first) != null && inside.get() == 1);
        var second = raised();
        await().atMost(SOON).until(() -> quick.told(second) != null);
        release.countDown();

        await().atMost(SOON).until(() -> inside.get() == 0);
        assertThat(most.get()).isOne();
        slow.remove();
    }

    @Test
    void a_listener_that_fails_hears_of_the_next_change() {
        var feed = node();
        var calls = new AtomicInteger();
        feed.subscribe(viewer(7, Duty.SUPERVISOR, area), changes -> {
            calls.incrementAndGet();
            throw new IllegalStateException("the screen is broken");
        });
        everybodyListens();

        raised();
        await().atMost(SOON).until(() -> calls.get() == 1);
        raised();

        await().atMost(SOON).until(() -> calls.get() == 2);
    }

    @Test
    void two_hundred_screens_that_come_and_go_leave_nothing_behind() {
        var feed = node();
        for (var i = 0; i < 200; i++) {
            var registration = feed.subscribe(viewer(i, Duty.SUPERVISOR, null), changes -> {});
            assertThat(feed.subscribers()).isOne();
            registration.remove();
            registration.remove();
        }

        assertThat(feed.subscribers()).isZero();
    }

    @Test
    void a_change_that_was_never_told_is_found_by_the_re_read() {
        var feed = node();
        var listener = new Listener(feed, viewer(7, Duty.SUPERVISOR, area));
        everybodyListens();
        // Written behind the counter's back, as a fault would.
        var id = raised();
        await().atMost(SOON).until(() -> listener.told(id) != null);
        listener.alerts.clear();
        fixture.update("UPDATE alert SET severity = 'CRITICAL', change_seq = change_seq - 1 WHERE id = ?", id);

        feed.rereadSoon();

        await().atMost(SOON).until(() -> listener.told(id) != null);
        assertThat(listener.told(id).alert().severity()).isEqualTo(Severity.CRITICAL);
    }

    private final class Listener {

        private final Map<Long, AlertChange> alerts = new ConcurrentHashMap<>();
        private final List<Long> order = new CopyOnWriteArrayList<>();
        private final AtomicInteger rereads = new AtomicInteger();

        Listener(AlertFeed feed, Viewer viewer) {
            feed.subscribe(viewer, changes -> {
                changes.changes().forEach(change -> {
                    alerts.put(change.alert().id(), change);
                    order.add(change.alert().changeSeq());
                });
                if (changes.reread()) {
                    rereads.incrementAndGet();
                }
            });
        }

        @Nullable AlertChange told(long id) {
            return alerts.get(id);
        }
    }

    private AlertFeed node() {
        return start(new AlertFeed(queries));
    }

    private AlertFeed start(AlertFeed feed) {
        feeds.add(feed);
        feed.start();
        return feed;
    }

    private void everybodyListens() {
        await().atMost(SOON).until(() -> feeds.stream().allMatch(AlertFeed::isListening));
    }

    private long raised() {
        var alert = alert(key(), area);
        transactions.run(() -> raiser.raise(List.of(alert), NOW));
        return fixture.idOf(alert.dedupKey());
    }

    private static Viewer viewer(long account, Duty duty, @Nullable Long area) {
        return new Viewer(account, "test", "Test", Set.of(duty), null, area == null ? Set.of() : Set.of(area), "test");
    }
}
