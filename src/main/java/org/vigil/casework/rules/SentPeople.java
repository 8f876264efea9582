package org.vigil.casework.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.Case;
import org.vigil.casework.CaseMessage;
import org.vigil.casework.CaseMessage.SuspectEntry;
import org.vigil.casework.CaseParty;
import org.vigil.casework.CaseRole;
import org.vigil.casework.StatusSource;
import org.vigil.casework.Suspect;
import org.vigil.casework.SuspectStatus;
import org.vigil.casework.rules.PartyNumbers.Sent;
import org.vigil.person.NamedParty;
import org.vigil.person.NamedPerson;

/**
 * The people of a case once a message named some of them: those entered here stay, those whom the feed no longer names are
 * taken away and keep their number, and suspects have the status that began last.
 *
 * @param people whom the case names now, by their number
 */
record SentPeople(List<CaseParty> parties, List<Suspect> suspects, List<NamedParty> people) {

    static SentPeople of(
            @Nullable Case held, Map<Integer, NamedPerson> known, CaseMessage message, Instant heard, Instant now) {
        var before = held == null ? List.<CaseParty>of() : held.parties();
        var sent = new ArrayList<Sent>();
        var statuses = new ArrayList<@Nullable SuspectEntry>();
        CaseMerge.present(message.suspects()).forEach(suspect -> {
            sent.add(new Sent(CaseRole.SUSPECT, Objects.requireNonNull(suspect.person()), null));
            statuses.add(suspect);
        });
        CaseMerge.present(message.parties()).forEach(party ->
                sent.add(new Sent(Objects.requireNonNull(party.role()), Objects.requireNonNull(party.person()), null)));
        CaseMerge.present(message.children()).forEach(child ->
                sent.add(new Sent(CaseRole.CHILD, Objects.requireNonNull(child.person()), child.school())));
        var victimIsHeldByHand = before.stream().anyMatch(party -> party.place() == PartyNumbers.VICTIM && party.byHand());
        var numbered = before.stream().filter(party -> party.place() != PartyNumbers.VICTIM).toList();
        var numbers = PartyNumbers.of(numbered, known, sent);

        var parties = new LinkedHashMap<Integer, CaseParty>();
        var people = new LinkedHashMap<Integer, NamedPerson>();
        if (message.victim() != null && !victimIsHeldByHand) {
            parties.put(PartyNumbers.VICTIM, new CaseParty(PartyNumbers.VICTIM, CaseRole.VICTIM, false, null, null));
            people.put(PartyNumbers.VICTIM, message.victim());
        }
        for (var each = 0; each < sent.size(); each++) {
            var place = numbers.get(each);
            parties.put(place, new CaseParty(place, sent.get(each).role(), false, null, sent.get(each).school()));
            people.put(place, sent.get(each).person());
        }
        before.stream().filter(party -> !parties.containsKey(party.place())).forEach(party -> {
            parties.put(party.place(), party.byHand() || party.removedAt() != null
                    ? party
                    : new CaseParty(party.place(), party.role(), false, now, party.school()));
            if (party.byHand() && party.isNamed() && known.containsKey(party.place())) {
                people.put(party.place(), known.get(party.place()));
            }
        });

        var suspects = new LinkedHashMap<Integer, Suspect>();
        if (held != null) {
            held.suspects().forEach(suspect -> suspects.put(suspect.place(), suspect));
        }
        for (var each = 0; each < statuses.size(); each++) {
            var place = numbers.get(each);
            var entry = Objects.requireNonNull(statuses.get(each));
            suspects.put(place, suspect(suspects.get(place), place, entry, heard, now, Objects.requireNonNull(message.source())));
        }
        var sorted = parties.values().stream().sorted(java.util.Comparator.comparingInt(CaseParty::place)).toList();
        var named = people.entrySet().stream()
                .map(one -> new NamedParty(one.getKey(), parties.get(one.getKey()).role().name(), one.getValue()))
                .sorted(java.util.Comparator.comparingInt(NamedParty::place))
                .toList();
        return new SentPeople(sorted, List.copyOf(suspects.values()), named);
    }

    private static Suspect suspect(
            @Nullable Suspect held, int place, SuspectEntry entry, Instant heard, Instant now, String source) {
        if (held == null) {
            var status = entry.status() == null ? SuspectStatus.OUTSTANDING : entry.status();
            var since = entry.since() == null ? heard : entry.since();
            var told = new SuspectStatuses.Told(status, since, StatusSource.FEED, entry.reason(), now, source);
            return said(SuspectStatuses.fresh(place, told), entry);
        }
        // A feed that repeats itself says nothing about what was learned since.
        var repeats = entry.status() == null
                || entry.status() == held.feedStatus()
                        && (entry.since() == null || entry.since().equals(held.feedSince()));
        if (repeats) {
            return said(held, entry);
        }
        var since = entry.since() == null ? heard : entry.since();
        var told = new SuspectStatuses.Told(entry.status(), since, StatusSource.FEED, entry.reason(), now, source);
        return said(SuspectStatuses.told(held, told), entry);
    }

    private static Suspect said(Suspect suspect, SuspectEntry entry) {
        return new Suspect(
                suspect.place(), suspect.status(), suspect.since(), suspect.source(), suspect.reason(), entry.releaseOn(),
                entry.releaseFrom(), entry.status() == null ? suspect.feedStatus() : entry.status(),
                entry.status() == null ? suspect.feedSince() : entry.since(), suspect.attempts(), suspect.history());
    }
}
