package org.vigil.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.DeadlineView;
import org.vigil.person.ShownParty;

/**
 * A case as its page shows it to one viewer.
 *
 * @param file without what anybody wrote where somebody in it is held back
 * @param people whom it names, as the viewer may see them
 * @param heldBack whether somebody in it is held back
 * @param calls each call that it names, with the call's key where it is held and the viewer may open it
 * @param sameName other cases that are called so in another system
 */
public record CasePage(
        Case file,
        List<ShownParty> people,
        boolean heldBack,
        List<HealthLine> health,
        List<NamedCall> calls,
        List<Surroundings.Counter> counters,
        List<DeadlineView> clocks,
        List<Case> sameName,
        Instant readAt) {

    public CasePage {
        people = List.copyOf(people);
        health = List.copyOf(health);
        calls = List.copyOf(calls);
        counters = List.copyOf(counters);
        clocks = List.copyOf(clocks);
        sameName = List.copyOf(sameName);
    }

    /**
     * A call that the case names.
     *
     * @param id the call's key where the viewer may open it
     * @param isHeld whether the console holds it at all
     */
    public record NamedCall(String reference, @Nullable Long id, boolean isHeld) {}

    /** Somebody by their number. */
    public Optional<ShownParty> person(int place) {
        return people.stream().filter(party -> party.place() == place).findFirst();
    }
}
