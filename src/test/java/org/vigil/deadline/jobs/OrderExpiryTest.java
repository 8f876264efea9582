package org.vigil.deadline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.deadline.Clockwork;
import org.vigil.deadline.DeadlineChange;
import org.vigil.deadline.DeadlineView;
import org.vigil.shared.SubjectRef;
import org.vigil.testkit.VigilTest;

/** An order that ends, under the rule as it is shipped. */
@VigilTest
class OrderExpiryTest {

    private static final Instant MADE = Instant.parse("2026-01-10T10:00:00Z");
    private static final Instant LAST_DAY = Instant.parse("2026-12-31T12:00:00Z");
    private static final Instant DUE = Instant.parse("2027-01-01T00:00:00Z");

    @Autowired
    private DeadlineSweep sweep;

    @Autowired
    private Clockwork clockwork;

    @Test
    void it_is_warned_of_sixty_seven_and_one_day_before_its_end() {
        var order = opened(MADE);
        assertThat(clockwork.only(order).dueAt()).isEqualTo(DUE);
        sweep.deadlines(DUE.minus(Duration.ofDays(60)).minusNanos(1_000));
        assertThat(fired(order)).isEmpty();
        sweep.deadlines(DUE.minus(Duration.ofDays(60)));
        assertThat(fired(order)).containsExactly("WARNING");
        sweep.deadlines(DUE.minus(Duration.ofDays(7)));
        assertThat(fired(order)).containsExactly("WARNING", "SECOND_WARNING");
        sweep.deadlines(DUE.minus(Duration.ofDays(1)));
        assertThat(fired(order)).containsExactly("WARNING", "SECOND_WARNING", "LAST_WARNING");
    }

    @Test
    void an_order_that_ends_soon_after_it_is_made_has_the_warnings_that_still_lie_ahead() {
        var order = opened(DUE.minus(Duration.ofDays(20)));
        sweep.deadlines(DUE);
        assertThat(fired(order)).containsExactly("SECOND_WARNING", "LAST_WARNING", "DUE");
    }

    private SubjectRef opened(Instant made) {
        var order = clockwork.call();
        clockwork.play(
                made,
                new DeadlineChange.Open(
                        "ORDER_EXPIRY", order, "Order ends", null, made, "the order", null, LAST_DAY, null));
        return order;
    }

    private List<String> fired(SubjectRef order) {
        return clockwork.only(order).fired().stream().map(DeadlineView.Fired::name).map(Enum::name).toList();
    }
}
