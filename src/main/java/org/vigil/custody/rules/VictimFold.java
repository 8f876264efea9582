package org.vigil.custody.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.CustodyEvent;
import org.vigil.custody.CustodyEventKind;
import org.vigil.custody.CustodyStanding.End;
import org.vigil.custody.CustodyStanding.VictimWarning;
import org.vigil.shared.UkTime;

/**
 * Whether the victim must be, and was, warned before the suspect is let out (PACE s.47ZZA(5); force policy). Whom a court
 * remands is not let out.
 */
final class VictimFold {

    private VictimFold() {}

    static VictimWarning of(List<CustodyEvent> events, boolean domesticAbuse) {
        var release = events.stream().filter(event -> event.kind().isRelease()).findFirst();
        var decision = last(events, CustodyEventKind.RELEASE_DECIDED, release.map(CustodyEvent::at).orElse(null));
        if (release.isEmpty() && decision.isEmpty()) {
            return VictimWarning.NONE;
        }
        var known = decision.filter(event -> release.isEmpty() || event.at().isBefore(release.get().at()));
        var hasConditions = !release.or(() -> decision).orElseThrow().details().conditions().isEmpty();
        var told = events.stream()
                .filter(event -> event.kind() == CustodyEventKind.VICTIM_TOLD)
                .filter(event -> event.details().victim().suffices(hasConditions))
                .findFirst()
                .map(VictimFold::told)
                .orElse(null);
        return new VictimWarning(
                known.map(CustodyEvent::at).orElse(null),
                release.map(CustodyEvent::at).orElseGet(() -> decision.get().details().releaseAt()),
                release.isPresent(),
                release.isPresent() && known.isEmpty(),
                told,
                over(events, release.isPresent(), domesticAbuse));
    }

    private static Optional<CustodyEvent> last(List<CustodyEvent> events, CustodyEventKind kind, @Nullable Instant until) {
        return events.reversed().stream()
                .filter(event -> event.kind() == kind && (until == null || !event.at().isAfter(until)))
                .findFirst();
    }

    private static End told(CustodyEvent event) {
        var contact = event.details().victim();
        var by = event.details().officer() == null ? event.recordedBy() : event.details().officer();
        var words = contact.isInsteadOfTelling()
                ? "Attempts and safeguarding recorded"
                : "Victim told" + (contact.how() == null ? "" : " by " + contact.how())
                        + (Boolean.TRUE.equals(contact.conditionsIncluded()) ? ", conditions included" : "");
        return new End(event.at(), words + ", " + UkTime.moment(event.at()) + ", " + by);
    }

    private static @Nullable String over(List<CustodyEvent> events, boolean released, boolean domesticAbuse) {
        if (!domesticAbuse) {
            return "Not domestic abuse.";
        }
        return released
                ? null
                : events.stream()
                        .filter(event -> event.kind() == CustodyEventKind.REMANDED || event.kind() == CustodyEventKind.COURT_RESULT)
                        .findFirst()
                        .map(event -> StandingFold.end(event).evidence() + ": not released by the police.")
                        .orElse(null);
    }
}
