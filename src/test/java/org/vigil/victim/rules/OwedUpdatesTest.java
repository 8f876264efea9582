package org.vigil.victim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.casework.SuspectStatus;
import org.vigil.victim.UpdateKind;
import org.vigil.victim.UpdateState;
import org.vigil.victim.VictimUpdate;
import org.vigil.victim.rules.OwedUpdates.Effect;

class OwedUpdatesTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            OUTSTANDING,
            IN_CUSTODY, ARRESTED
            BAILED, BAILED
            UNDER_INVESTIGATION, UNDER_INVESTIGATION
            CHARGED, CHARGED
            REMANDED, REMANDED
            IN_PRISON, IN_PRISON
            NO_FURTHER_ACTION, NO_FURTHER_ACTION
            """)
    void each_status_begins_with_an_event_of_which_the_victim_is_told_but_being_wanted(
            SuspectStatus status, @Nullable UpdateKind kind) {
        assertThat(OwedUpdates.of(status).orElse(null)).isEqualTo(kind);
    }

    @Test
    void an_event_is_told_once_and_its_time_put_right_is_the_same_event() {
        var known = List.of(update(UpdateState.TO_TELL, NOON, null));

        assertThat(effect(List.of(), NOON, false)).isInstanceOf(Effect.Opens.class);
        assertThat(effect(known, NOON, false)).isInstanceOf(Effect.Nothing.class);
        assertThat(effect(known, NOON.plusSeconds(60), true)).isEqualTo(new Effect.PutsRight(known.getFirst()));
        assertThat(effect(known, NOON.plusSeconds(60), false)).isInstanceOf(Effect.Opens.class);
    }

    @Test
    void nobody_was_told_of_what_had_not_happened_yet_so_that_is_another_event() {
        var told = NOON.plus(Duration.ofHours(2));
        var known = List.of(update(UpdateState.TOLD, NOON, told));

        assertThat(effect(known, told, true)).isInstanceOf(Effect.PutsRight.class);
        assertThat(effect(known, told.plusSeconds(1), true)).isInstanceOf(Effect.Opens.class);
    }

    @Test
    void a_case_that_is_loaded_closed_owes_nothing_and_one_that_closes_with_its_last_event_does() {
        assertThat(OwedUpdates.isHistory(null, NOON.minus(Duration.ofDays(400)), NOON)).isFalse();
        assertThat(OwedUpdates.isHistory(NOON, NOON, NOON)).isFalse();
        assertThat(OwedUpdates.isHistory(NOON, NOON.minus(Duration.ofDays(8)), NOON)).isFalse();
        assertThat(OwedUpdates.isHistory(NOON, NOON.minus(Duration.ofDays(8)).minusSeconds(1), NOON)).isTrue();
    }

    @Test
    void the_victim_is_told_what_happened_and_on_what_conditions() {
        assertThat(OwedUpdates.words(UpdateKind.BAILED, "until 2 June, not to contact her"))
                .isEqualTo("The suspect was released on bail: until 2 June, not to contact her.");
        assertThat(OwedUpdates.words(UpdateKind.CHARGED, " ")).isEqualTo("The suspect was charged.");
    }

    private static Effect effect(List<VictimUpdate> known, Instant at, boolean sameEvent) {
        return OwedUpdates.effect(known, UpdateKind.BAILED, at, "The suspect was released on bail.", sameEvent);
    }

    private static VictimUpdate update(UpdateState state, Instant at, @Nullable Instant toldAt) {
        var settled = toldAt == null ? null : new VictimUpdate.Settled(toldAt, "Somebody", 1L, null);
        return new VictimUpdate(7, 1, 0, 1, UpdateKind.BAILED, at, "The suspect was released on bail.", true, state,
                settled, null, at, 0);
    }
}
