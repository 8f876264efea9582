package org.vigil.person;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.MatchReads;
import org.vigil.person.data.MatchReads.Candidate;
import org.vigil.person.data.MatchStore;
import org.vigil.person.data.MergeStore;
import org.vigil.person.rules.Matching;
import org.vigil.person.rules.Matching.Verdict;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/**
 * What is done about two people who may be one: merged where that is certain and nothing speaks against it, else asked,
 * once. What an officer decided is never contradicted.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CertainMerges {

    /** So many bits more or less, and more is known than when nobody could tell. */
    private static final double MORE_IS_KNOWN = 1;

    private final MatchReads reads;
    private final MatchStore matches;
    private final MergeStore merges;
    private final LinkStore links;
    private final AuditLog audit;

    CertainMerges(MatchReads reads, MatchStore matches, MergeStore merges, LinkStore links, AuditLog audit) {
        this.reads = reads;
        this.matches = matches;
        this.merges = merges;
        this.links = links;
        this.audit = audit;
    }

    /**
     * Decides about two that stand by themselves.
     *
     * @param isCertain whether what was just said leaves no doubt either; else they are merged on no account
     * @return whether somebody is asked now
     */
    boolean relate(long one, long other, boolean isCertain, Matching matching, Instant now) {
        var both = reads.evidence(List.of(one, other), UkTime.localDay(now));
        var outcome = matching.compare(both.getFirst().whole(), both.getLast().whole());
        var ones = both.getFirst().records().keySet();
        var others = both.getLast().records().keySet();
        if (outcome.verdict() == Verdict.DIFFERENT || reads.areRelated(ones, others)) {
            return false;
        }
        var asked = matches.asked(ones, others);
        var isOpen = asked.stream().allMatch(pair -> pair.state() == MatchState.QUEUED);
        if (isOpen && isCertain && outcome.verdict() == Verdict.CERTAIN && !links.areNamedTogether(ones, others)) {
            merge(both.getFirst(), both.getLast(), now);
            return false;
        }
        if (asked.isEmpty()) {
            matches.queue(one, other, outcome.score(), now);
            return true;
        }
        if (asked.stream().anyMatch(pair -> pair.state() == MatchState.NOT_SAME)) {
            return false;
        }
        var again = asked.stream()
                .filter(pair -> pair.state() == MatchState.UNSURE)
                .filter(pair -> Math.abs(pair.score() - outcome.score()) >= MORE_IS_KNOWN)
                .toList();
        again.forEach(pair -> matches.askAgain(pair.id(), outcome.score(), now));
        return !again.isEmpty();
    }

    /** Whether an officer said of these two people that they are not one. */
    boolean areKeptApart(Candidate one, Candidate other) {
        return matches.areKeptApart(one.records().keySet(), other.records().keySet());
    }

    private void merge(Candidate one, Candidate other, Instant now) {
        var into = Math.min(one.survivor(), other.survivor());
        var merged = Math.max(one.survivor(), other.survivor());
        merges.merge(merged, into, null, "Certainly one person, by all that is known of both", null, now);
        matches.areOne(
                Stream.concat(one.records().keySet().stream(), other.records().keySet().stream()).toList(), null, now);
        audit.record(Viewer.engine(), AuditNote.system(Person.subject(into), "Merged with person " + merged)
                .shown(Person.subject(merged)));
    }
}
