package org.vigil.casework.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.Assessment;
import org.vigil.casework.Case;
import org.vigil.casework.CaseAction;
import org.vigil.casework.CaseCall;
import org.vigil.casework.CaseCrime;
import org.vigil.casework.Suspect;
import org.vigil.casework.SuspectStatus;
import org.vigil.casework.SuspectStatusChanged;

/** In what two versions of a case differ, for the log and for whoever waits to hear of it. Who is named stands elsewhere. */
public final class CaseDifferences {

    private CaseDifferences() {}

    /** One field before and after, as text. */
    public record Difference(String field, @Nullable String before, @Nullable String after) {}

    /** The fields that differ. */
    public static List<Difference> of(@Nullable Case before, Case after) {
        var all = new ArrayList<Difference>();
        compare(all, "title", before == null ? null : before.title(), after.title());
        compare(all, "area", before == null ? null : before.areaId(), after.areaId());
        compare(all, "reportedAt", before == null ? null : before.reportedAt(), after.reportedAt());
        compare(all, "level", before == null ? null : before.level().level(), after.level().level());
        compare(all, "lead", before == null ? null : before.lead().words(), after.lead().words());
        compare(all, "team", before == null ? null : before.lead().team(), after.lead().team());
        compare(all, "supervisor", before == null ? null : before.lead().supervisor(), after.lead().supervisor());
        compare(all, "state", before == null ? null : before.closing().state(), after.closing().state());
        compare(all, "outcome", before == null ? null : before.closing().outcome(), after.closing().outcome());
        compare(all, "risk", before == null ? null : before.risk().map(Assessment::words).orElse(null),
                after.risk().map(Assessment::words).orElse(null));
        compare(all, "calls", before == null ? null : calls(before), calls(after));
        compare(all, "crimes", before == null ? null : crimes(before), crimes(after));
        for (var suspect : after.suspects()) {
            var was = before == null ? null : before.suspect(suspect.place()).orElse(null);
            compare(all, "suspect " + suspect.place(), was == null ? null : status(was), status(suspect));
        }
        after.actions().stream()
                .filter(action -> action.id() == 0)
                .forEach(action -> compare(all, action.kind().name(), null, said(action)));
        return all;
    }

    /**
     * What became of the suspects, in order: each status that a message or an officer told and that counted, those between
     * the first and the last too. The same status with another time is told as well.
     */
    public static List<SuspectStatusChanged> statuses(@Nullable Case before, Case after, Instant now) {
        var all = new ArrayList<SuspectStatusChanged>();
        for (var suspect : after.namedSuspects()) {
            var was = before == null ? null : before.suspect(suspect.place()).map(Suspect::status).orElse(null);
            for (var step : suspect.history()) {
                if (step.id() == 0 && step.counted()) {
                    all.add(new SuspectStatusChanged(
                            after.id(), suspect.place(), was, step.status(), step.since(), step.reason(), now));
                    was = step.status();
                }
            }
        }
        return all;
    }

    private static void compare(List<Difference> all, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after) && !(before == null && "".equals(after))) {
            all.add(new Difference(field, text(before), text(after)));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String status(Suspect suspect) {
        SuspectStatus status = suspect.status();
        return status + ", " + suspect.since() + (suspect.attempts().isEmpty() ? "" : ", attempts " + suspect.attempts().size());
    }

    private static String said(CaseAction action) {
        return action.at() + (action.detail() == null ? "" : ", " + action.detail())
                + (action.note() == null ? "" : ", " + action.note());
    }

    private static @Nullable String calls(Case file) {
        return file.calls().isEmpty() ? null : file.calls().stream().map(CaseCall::reference).collect(Collectors.joining(", "));
    }

    private static @Nullable String crimes(Case file) {
        return file.crimes().isEmpty()
                ? null
                : file.crimes().stream().map(CaseCrime::reference).collect(Collectors.joining(", "));
    }
}
