package org.vigil.victim;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.HealthLine;
import org.vigil.deadline.DeadlineView;
import org.vigil.person.PersonCore.SafeContact;
import org.vigil.person.ShownParty;

/**
 * The victim's side of one case as somebody may see it.
 *
 * @param lines what is missing, those that need somebody now first
 * @param people everybody whom the case names, by their number
 * @param schoolClock the clock of the notice to the school that counts, or null
 */
public record VictimPage(
        CaseOfVictim of,
        List<HealthLine> lines,
        List<Victim> victims,
        Children children,
        Map<Integer, ShownParty> people,
        @Nullable DeadlineView schoolClock,
        Instant readAt) {

    public VictimPage {
        lines = List.copyOf(lines);
        victims = List.copyOf(victims);
        people = Map.copyOf(people);
    }

    /**
     * One victim. Where it is held back who that is, what was agreed, said and done is missing too.
     *
     * @param personSays what the person's own record says of contacting them safely
     */
    public record Victim(
            ShownParty who,
            VictimSide side,
            List<Update> updates,
            List<VictimContact> contacts,
            Map<Need, List<NeedEntry>> needs,
            List<Equipment> equipment,
            @Nullable SafeContact personSays) {

        public Victim {
            updates = List.copyOf(updates);
            contacts = List.copyOf(contacts);
            needs = Map.copyOf(needs);
            equipment = List.copyOf(equipment);
        }

        /** What is still to be told, the earliest due first. */
        public List<Update> owed() {
            return updates.stream().filter(update -> update.of().isOwed()).toList();
        }

        /** The last step of a need. */
        public Optional<NeedEntry> last(Need need) {
            return needs.getOrDefault(need, List.of()).stream().reduce((earlier, later) -> later);
        }
    }

    /**
     * Something to be told, or told.
     *
     * @param clock the clock that counts; null where none could be started
     */
    public record Update(VictimUpdate of, @Nullable DeadlineView clock) {

        public @Nullable Instant dueAt() {
            return clock == null ? null : clock.dueAt();
        }
    }

    /** By what somebody of the case is shown. */
    public String name(@Nullable Integer place, String otherwise) {
        var who = place == null ? null : people.get(place);
        return who == null ? otherwise : who.name();
    }
}
