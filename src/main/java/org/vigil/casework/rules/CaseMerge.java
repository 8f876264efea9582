package org.vigil.casework.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.Assessment;
import org.vigil.casework.Case;
import org.vigil.casework.CaseCall;
import org.vigil.casework.CaseCrime;
import org.vigil.casework.CaseLevel;
import org.vigil.casework.CaseMessage;
import org.vigil.casework.Closing;
import org.vigil.casework.Lead;
import org.vigil.casework.LevelSet;
import org.vigil.person.NamedParty;
import org.vigil.person.NamedPerson;

/**
 * What becomes of a held case when a message comes in: the message replaces what the feed said before, and never what
 * people entered here. Source: CONTRACT.md, a case.
 */
public final class CaseMerge {

    private CaseMerge() {}

    /** What a message does to a case. */
    public sealed interface Outcome {

        /** The case is new, or differs from what was held. */
        record Changed(Case file, List<NamedParty> people) implements Outcome {}

        /** Nothing differs; the sender's own time of change may be newer, and is kept so that older messages are known. */
        record Same(Case file) implements Outcome {}

        /** What is held is newer. */
        record Stale() implements Outcome {}
    }

    /**
     * Lays a checked message over what is held.
     *
     * @param people what was last said of the case's people, by their number
     * @param hash of the message's content, its {@code changedAt} left out
     * @param areas the key of an area by its code or name, or null where it is not known
     */
    public static Outcome of(
            @Nullable Case held,
            Map<Integer, NamedPerson> people,
            CaseMessage message,
            String hash,
            Function<String, @Nullable Long> areas,
            Instant now) {
        if (held != null && message.changedAt() != null && message.changedAt().isBefore(held.changedAt())) {
            return new Outcome.Stale();
        }
        var changedAt = changedAt(held, message, now);
        if (held != null && held.contentHash().equals(hash)) {
            return new Outcome.Same(dated(held, changedAt));
        }
        var heard = message.changedAt() == null ? now : earlier(message.changedAt(), now);
        var named = SentPeople.of(held, people, message, heard, now);
        var file = new Case(
                held == null ? 0 : held.id(),
                held == null ? 0 : held.version(),
                Objects.requireNonNull(message.source()),
                Objects.requireNonNull(message.reference()),
                changedAt,
                now,
                hash,
                reportedAt(held, message, changedAt),
                message.title(),
                message.area() == null ? null : areas.apply(message.area()),
                held == null ? new LevelSet(CaseLevel.VOLUME, "", false) : held.level(),
                lead(held, message),
                held == null ? Closing.OPEN : held.closing(),
                named.parties(),
                named.suspects(),
                calls(held, message),
                crimes(held, message),
                assessments(held, message, heard, now),
                held == null ? List.of() : held.actions());
        return new Outcome.Changed(CaseClosings.told(held, file, message.closedAt(), message.outcome(), now), named.people());
    }

    private static Case dated(Case held, Instant changedAt) {
        return new Case(held.id(), held.version(), held.source(), held.reference(), changedAt, held.takenInAt(),
                held.contentHash(), held.reportedAt(), held.title(), held.areaId(), held.level(), held.lead(),
                held.closing(), held.parties(), held.suspects(), held.calls(), held.crimes(), held.assessments(),
                held.actions());
    }

    private static Instant changedAt(@Nullable Case held, CaseMessage message, Instant now) {
        if (message.changedAt() == null) {
            return held != null ? held.changedAt() : message.reportedAt() == null ? now : earlier(message.reportedAt(), now);
        }
        return earlier(message.changedAt(), now);
    }

    private static Instant reportedAt(@Nullable Case held, CaseMessage message, Instant changedAt) {
        if (message.reportedAt() != null) {
            return message.reportedAt();
        }
        return held != null ? held.reportedAt() : changedAt;
    }

    private static Lead lead(@Nullable Case held, CaseMessage message) {
        if (held != null && held.lead().byHand()) {
            return held.lead();
        }
        var lead = message.leadOfficer();
        return new Lead(
                lead == null ? null : lead.name(),
                lead == null ? null : lead.collar(),
                lead == null ? null : lead.pip(),
                message.team(),
                message.supervisor(),
                false);
    }

    private static List<CaseCall> calls(@Nullable Case held, CaseMessage message) {
        var all = new ArrayList<CaseCall>();
        present(message.incidents()).forEach(call -> all.add(new CaseCall(
                Objects.requireNonNullElse(call.source(), ""), Objects.requireNonNull(call.reference()), false)));
        var told = all.stream().map(call -> call.source() + "\n" + call.reference()).collect(Collectors.toSet());
        if (held != null) {
            held.calls().stream()
                    .filter(call -> call.byHand() && !told.contains(call.source() + "\n" + call.reference()))
                    .forEach(all::add);
        }
        return all.stream().distinct().toList();
    }

    private static List<CaseCrime> crimes(@Nullable Case held, CaseMessage message) {
        var all = new ArrayList<CaseCrime>();
        var told = new HashSet<String>();
        present(message.crimes()).forEach(crime -> {
            if (told.add(Objects.requireNonNull(crime.reference()))) {
                all.add(new CaseCrime(crime.reference(), crime.offence(), crime.recordedAt(), false));
            }
        });
        if (held != null) {
            held.crimes().stream().filter(crime -> crime.byHand() && told.add(crime.reference())).forEach(all::add);
        }
        return all;
    }

    /** Each assessment stays as it was made; one that the feed repeats is not made again. */
    private static List<Assessment> assessments(
            @Nullable Case held, CaseMessage message, Instant heard, Instant now) {
        var known = held == null ? List.<Assessment>of() : held.assessments();
        var sent = message.riskAssessment();
        if (sent == null || sent.grade() == null) {
            return known;
        }
        var said = sent.at();
        var told = new Assessment(
                0, sent.tool(), sent.version(), sent.grade(), said == null ? heard : said, said != null, sent.assessor(),
                sent.reviewOn(), null, false, now, Objects.requireNonNull(message.source()));
        var repeated = said != null
                ? known.stream().anyMatch(each -> each.at().equals(said) && each.saysTheSameAs(told))
                : known.stream()
                        .filter(each -> !each.byHand())
                        .reduce((earlier, later) -> later)
                        .filter(told::saysTheSameAs)
                        .isPresent();
        if (repeated) {
            return known;
        }
        var all = new ArrayList<>(known);
        all.add(told);
        return all;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static <T> List<T> present(@Nullable List<@Nullable T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).<T>map(Objects::requireNonNull).toList();
    }
}
