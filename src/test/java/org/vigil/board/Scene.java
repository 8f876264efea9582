package org.vigil.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.incident.CallFixture.aCall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vigil.incident.CallFixture;
import org.vigil.incident.Disposal;
import org.vigil.incident.Ground;
import org.vigil.incident.IncidentIntake;
import org.vigil.security.Account;
import org.vigil.shared.Duty;
import org.vigil.shared.api.ItemStatus;
import org.vigil.testkit.Staff;

/** Calls of one morning in a district of its own, taken in as a feed would send them. */
final class Scene {

    private final String mark = UUID.randomUUID().toString().substring(0, 6);
    private final Ground ground;
    private final IncidentIntake intake;
    private final Staff staff;
    private final Account feed;

    Scene(Ground ground, IncidentIntake intake, Staff staff) {
        this.ground = ground;
        this.intake = intake;
        this.staff = staff;
        this.feed = staff.account("test-board-feed", Duty.FEED);
    }

    Ground ground() {
        return ground;
    }

    String reference(String name) {
        return name + "-" + mark;
    }

    /** An Immediate call to which nobody has come. */
    CallFixture waiting(String name, Instant received) {
        return call(name, received).graded("IMMEDIATE");
    }

    /** A call that was attended in five minutes and whose crime is recorded: nothing of it is open. */
    CallFixture settled(String name, Instant received) {
        return waiting(name, received)
                .dispatchedAt(received.plus(Duration.ofMinutes(1)))
                .arriving(received.plus(Duration.ofMinutes(5)))
                .disposed(Disposal.ATTENDED)
                .withCrime("CR-" + name + mark, received.plus(Duration.ofMinutes(30)));
    }

    CallFixture call(String name, Instant received) {
        return aCall(reference(name)).from("BOARD").flagged().urban().inArea(ground.code()).receivedAt(received);
    }

    void takeIn(CallFixture... calls) {
        var results = staff.as(
                feed, () -> intake.takeInAll(List.of(calls).stream().map(CallFixture::message).toList()));
        assertThat(results).allSatisfy(result -> assertThat(result.status()).isNotEqualTo(ItemStatus.REJECTED));
    }

    Account supervisor() {
        return staff.someoneIn(java.util.Set.of(ground.district()), Duty.SUPERVISOR);
    }
}
