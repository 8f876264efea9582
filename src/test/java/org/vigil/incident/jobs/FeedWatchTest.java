package org.vigil.incident.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigil.db.generated.Tables.ALERT;
import static org.vigil.db.generated.Tables.INCIDENT_FEED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.alert.AlertRaiser;
import org.vigil.alert.AlertService;
import org.vigil.db.Transactions;
import org.vigil.db.generated.tables.records.AlertRecord;
import org.vigil.incident.data.FeedStore;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Staff;
import org.vigil.testkit.VigilTest;

@VigilTest
class FeedWatchTest {

    private static final Instant HEARD = Instant.parse("2026-03-03T02:00:00Z");
    private static final Instant LIMIT = HEARD.plus(Duration.ofMinutes(30));
    private static final Duration MOMENT = Duration.ofNanos(1_000);

    @Autowired
    private FeedWatch watch;

    @Autowired
    private FeedStore feeds;

    @Autowired
    private Transactions transactions;

    @Autowired
    private DSLContext sql;

    @Autowired
    private Databases databases;

    @Autowired
    private AlertService alertService;

    @Autowired
    private AlertRaiser raiser;

    @Autowired
    private Staff staff;

    private final String source = "feed " + UUID.randomUUID().toString().substring(0, 8);

    /** The watch looks at every feed, so this one must be the only one. */
    @BeforeEach
    @AfterEach
    void no_other_feed() throws Exception {
        try (var owner = databases.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("DELETE FROM incident_feed");
        }
    }

    @Test
    void a_feed_is_silent_at_its_limit_and_not_before() {
        heard(HEARD);
        watch.run(LIMIT.minus(MOMENT));
        assertThat(alerts()).isEmpty();
        watch.run(LIMIT);
        assertThat(alerts()).hasSize(1);
        assertThat(alerts().getFirst().getDetail()).contains(source, "Tue 3 Mar 2026 02:00", "30 minutes");
    }

    @Test
    void a_silence_is_one_alert_however_often_the_watch_looks() {
        heard(HEARD);
        for (var minute = 0; minute < 5; minute++) {
            watch.run(LIMIT.plus(Duration.ofMinutes(minute)));
        }
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void a_silent_feed_is_not_resolved_by_hand_and_an_alert_that_was_comes_back() {
        heard(HEARD);
        watch.run(LIMIT);
        var alert = alerts().getFirst();

        assertThatThrownBy(() -> staff.as(staff.someone(Duty.ADMIN, Duty.CALLS), () ->
                        alertService.resolve(alert.getId(), alert.getVersion(), "I know")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("still silent");
        transactions.run(() -> raiser.resolve(List.of(alert.getDedupKey()), "By hand, before it was forbidden", LIMIT));
        watch.run(LIMIT.plus(Duration.ofMinutes(1)));
        assertThat(alerts()).extracting(AlertRecord::getState).containsExactly("RESOLVED", "RAISED");
    }

    @Test
    void a_feed_that_nobody_waits_for_is_never_silent() {
        heard(HEARD);
        watch.run(LIMIT);
        sql.update(INCIDENT_FEED).set(INCIDENT_FEED.SILENT_AFTER_MINUTES, 0).execute();
        watch.run(LIMIT.plus(Duration.ofMinutes(1)));
        watch.run(LIMIT.plus(Duration.ofDays(9)));
        assertThat(alerts()).extracting(AlertRecord::getState).containsExactly("RESOLVED");
    }

    @Test
    void a_feed_that_is_heard_again_closes_its_alert_and_its_next_silence_is_a_new_one() {
        heard(HEARD);
        watch.run(LIMIT);
        heard(LIMIT.plus(Duration.ofMinutes(5)));
        watch.run(LIMIT.plus(Duration.ofMinutes(6)));
        assertThat(alerts()).extracting(AlertRecord::getState).containsExactly("RESOLVED");
        watch.run(LIMIT.plus(Duration.ofMinutes(35)));
        assertThat(alerts()).extracting(AlertRecord::getState).containsExactly("RESOLVED", "RAISED");
    }

    @Test
    void a_feed_with_a_limit_of_its_own_is_measured_by_that() {
        heard(HEARD);
        sql.update(INCIDENT_FEED)
                .set(INCIDENT_FEED.SILENT_AFTER_MINUTES, 240)
                .where(INCIDENT_FEED.SOURCE.eq(source))
                .execute();
        watch.run(HEARD.plus(Duration.ofMinutes(239)));
        assertThat(alerts()).isEmpty();
        watch.run(HEARD.plus(Duration.ofMinutes(240)));
        assertThat(alerts()).hasSize(1);
    }

    private void heard(Instant at) {
        transactions.run(() -> feeds.heard(List.of(source), at));
    }

    private Result<AlertRecord> alerts() {
        return sql.selectFrom(ALERT)
                .where(ALERT.KIND.eq("FEED_SILENT"))
                .and(ALERT.SUBJECT_REFERENCE.eq(source))
                .orderBy(ALERT.ID)
                .fetch();
    }
}
