package org.vigil.incident.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.incident.CallFixture.RECEIVED;
import static org.vigil.incident.CallFixture.aCall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigil.incident.Call;
import org.vigil.incident.CallFacts;
import org.vigil.incident.CallFixture;
import org.vigil.incident.CorrectedField;
import org.vigil.incident.Correction;
import org.vigil.incident.KnownCrime;
import org.vigil.incident.rules.CallMerge.Outcome;

class CallMergeTest {

    @Test
    void an_older_message_changes_nothing_and_one_of_the_same_time_counts() {
        var held = aCall().changedAt(minute(10)).describedAs("as held").takenInAt(minute(11));

        assertThat(over(held, aCall().changedAt(minute(10).minusNanos(1000)))).isInstanceOf(Outcome.Stale.class);
        assertThat(over(held, aCall().changedAt(minute(10)))).isInstanceOf(Outcome.Changed.class);
        assertThat(over(held, aCall().changedAt(minute(12)))).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void the_same_content_is_the_same_whenever_it_was_sent_and_its_time_is_kept() {
        var held = aCall().changedAt(minute(10)).takenInAt(minute(11));

        assertThat(over(held, aCall().changedAt(minute(15)))).isInstanceOfSatisfying(
                Outcome.Same.class, same -> assertThat(same.call().changedAt()).isEqualTo(minute(15)));
    }

    @Test
    void a_message_that_does_not_say_when_it_was_changed_counts_as_it_comes() {
        var held = aCall().changedAt(minute(10)).takenInAt(minute(11));

        assertThat(over(held, aCall().describedAs("newer"))).isInstanceOfSatisfying(
                Outcome.Changed.class, changed -> assertThat(changed.call().changedAt()).isEqualTo(minute(10)));
    }

    @Test
    void a_sender_whose_clock_is_ahead_does_not_shut_out_what_it_sends_next() {
        var held = aCall().changedAt(minute(60 * 20)).takenInAt(minute(11));

        assertThat(held.changedAt()).isEqualTo(minute(11));
        assertThat(over(held, aCall().changedAt(minute(12)).describedAs("next"))).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void what_people_put_right_stays_when_the_feed_speaks_again() {
        var correction = new Correction(CorrectedField.ARRIVED_AT, null, minute(9), null, "Notebook", 1, "PC Rowe", minute(20));
        var held = aCall().flagged().takenInAt(minute(11)).corrected(correction);

        assertThat(over(held, aCall().flagged().arriving(minute(14)))).isInstanceOfSatisfying(
                Outcome.Changed.class, changed -> {
                    assertThat(changed.call().corrections()).containsExactly(correction);
                    assertThat(changed.call().times().arrivedAt()).isEqualTo(minute(14));
                    assertThat(CallFacts.of(changed.call()).arrivedAt()).isEqualTo(minute(9));
                });
    }

    @Test
    void a_crime_without_its_time_keeps_when_it_was_first_heard_of() {
        var first = aCall().changedAt(minute(10)).withCrime("C/1", null).takenInAt(minute(11));
        var second = aCall().changedAt(minute(3000)).withCrime("C/2", null).withCrime("C/1", null).describedAs("More")
                .takenInOver(first, minute(3001));
        var silent = aCall().withoutCrimeBecause("Verbal only", null).takenInOver(second, minute(3100));

        assertThat(heard(first)).containsExactly(minute(10));
        assertThat(heard(second)).containsExactly(minute(3000), minute(10));
        assertThat(heard(silent)).as("a message that does not say when it was changed is heard when it comes")
                .containsExactly(minute(3100));
    }

    @Test
    void an_arrival_that_lay_in_the_future_is_looked_at_again_though_the_message_is_the_same() {
        var held = aCall().flagged().graded("IMMEDIATE").arriving(minute(20)).takenInAt(minute(11));
        assertThat(ImpossibleTimes.of(CallFacts.of(held))).hasSize(1);

        assertThat(over(held, aCall().flagged().graded("IMMEDIATE").arriving(minute(20)))).isInstanceOfSatisfying(
                Outcome.Changed.class,
                changed -> assertThat(ImpossibleTimes.of(CallFacts.of(changed.call()))).isEmpty());
    }

    @Test
    void an_unknown_area_keeps_the_call_for_the_whole_force() {
        assertThat(aCall().inArea("NOWHERE").takenInAt(minute(1)).place().areaId()).isNull();
    }

    private static List<Instant> heard(Call call) {
        return call.crimes().stream().map(KnownCrime::heardAt).toList();
    }

    private static Outcome over(Call held, CallFixture call) {
        return CallMerge.of(held, call.message(), call.takenInAt(minute(0)).contentHash(), name -> null, minute(30));
    }

    private static Instant minute(int after) {
        return RECEIVED.plus(Duration.ofMinutes(after));
    }
}
