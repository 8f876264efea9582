package org.vigil.person.search;

import static org.vigil.shared.Duty.AUTHOR;
import static org.vigil.shared.Duty.CALLS;
import static org.vigil.shared.Duty.COMMISSIONER;
import static org.vigil.shared.Duty.COURT;
import static org.vigil.shared.Duty.CUSTODY;
import static org.vigil.shared.Duty.DECIDER;
import static org.vigil.shared.Duty.DVDS;
import static org.vigil.shared.Duty.FEED;
import static org.vigil.shared.Duty.LEADER;
import static org.vigil.shared.Duty.MARAC;
import static org.vigil.shared.Duty.NPT;
import static org.vigil.shared.Duty.RESPONSE;
import static org.vigil.shared.Duty.SPECIALIST;
import static org.vigil.shared.Duty.SUPERVISOR;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.Action;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.person.Person;
import org.vigil.person.data.PersonReads;
import org.vigil.person.data.Standings;
import org.vigil.person.search.rules.QueryParser;
import org.vigil.person.search.rules.Ranking;
import org.vigil.person.search.rules.Terms;
import org.vigil.person.search.rules.Understood;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/**
 * The single search. One field takes a name in any order and spelling, a date of birth or an age, a postcode or an
 * address, a phone number, a reference, or several of these; what makes no sense is left out with a note.
 */
@Service
@Requires({
    SUPERVISOR, SPECIALIST, NPT, RESPONSE, DVDS, DECIDER, CALLS, CUSTODY, MARAC, COURT, AUTHOR, COMMISSIONER, LEADER, FEED
})
public class SearchService {

    /** The most that one search answers. */
    public static final int MOST = 100;

    /** So many more are found than shown, since some may not be. */
    private static final int BESIDE = 20;

    private static final int LONGEST_REFERENCE = 64;

    private static final SubjectRef SEARCH = new SubjectRef(SubjectType.PERSON, 0, "Search");

    private final PeopleFinder finder;
    private final PersonReads reads;
    private final Standings standings;
    private final HitPage pages;
    private final SearchVisibility visibility;
    private final List<ReferenceFinder> references;
    private final CurrentViewer viewers;
    private final AuditLog audit;
    private final Clock clock;

    SearchService(
            PeopleFinder finder,
            PersonReads reads,
            Standings standings,
            HitPage pages,
            SearchVisibility visibility,
            List<ReferenceFinder> references,
            CurrentViewer viewers,
            AuditLog audit,
            Clock clock) {
        this.finder = finder;
        this.reads = reads;
        this.standings = standings;
        this.pages = pages;
        this.visibility = visibility;
        this.references = references;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Searches once; audited with whom it showed.
     *
     * @param limit how many to show, at most {@link #MOST}
     */
    public SearchAnswer search(String query, int limit) {
        var viewing = new SearchViewing();
        var answer = look(query, limit, viewing);
        settle(viewing, null);
        return answer;
    }

    /**
     * Searches while somebody types. Nothing is audited until {@link #settle}, which the screen calls when the typing has
     * paused, when a result is opened and when the screen is left.
     */
    public SearchAnswer look(String query, int limit, SearchViewing viewing) {
        var now = clock.instant();
        var terms = QueryParser.parse(query, UkTime.localDay(now));
        var viewer = viewers.get();
        var answer = terms.isEmpty()
                ? new Answered(
                        new SearchAnswer(shown(query), List.of(), false, null, terms.notes(), List.of(), List.of()), Set.of())
                : find(query, terms, Math.clamp(limit, 1, MOST), viewer, now);
        viewing.shows(answer.answer(), answer.sought());
        return answer.answer();
    }

    /** As {@link #settle(SearchViewing, String)}, where nobody was asked for a purpose. */
    public void settle(SearchViewing viewing) {
        settle(viewing, null);
    }

    /**
     * Tells the audit log what was searched for and what was shown since it was last told.
     *
     * @param purpose what the search is for, where the officer said so
     * @return whether there was anything to tell
     */
    public boolean settle(SearchViewing viewing, @Nullable String purpose) {
        var settled = viewing.settle();
        if (settled == null) {
            return false;
        }
        visibility.tellOwners(settled.hidden(), viewers.get(), clock.instant());
        audit.record(AuditNote.search(
                        SEARCH,
                        settled.query(),
                        settled.shown().stream().map(Person::subject).toList())
                .shown(settled.records())
                .withPurpose(purpose));
        return true;
    }

    /** Tells the audit log the purpose of searches that were told without one. */
    public void explain(String purpose) {
        audit.record(AuditNote.of(Action.SEARCH, SEARCH, "Purpose of the searches before").withPurpose(purpose));
    }

    /** @param sought whom it would have shown, had the viewer been allowed to know of them */
    private record Answered(SearchAnswer answer, Set<Long> sought) {}

    private Answered find(String query, Terms terms, int most, Viewer viewer, Instant now) {
        var found = finder.find(terms, most + BESIDE);
        var standing = standings.standing(
                viewer, found.people().stream().map(one -> one.evidence().person()).toList(), now);
        var people = bySurvivor(found.people(), standing.survivors());
        var sight = SearchVisibility.of(people.keySet(), standing.seen());
        var first = people.keySet().stream().limit(most).collect(Collectors.toSet());
        var rows = people.keySet().stream()
                .filter(person -> !sight.hidden().contains(person))
                .toList();
        var page = rows.subList(0, Math.min(most, rows.size()));
        var ask = page.stream().filter(sight.ask()::contains).toList();
        var notice = ask.isEmpty() ? null : new RestrictedNotice(visibility.whomToAsk(ask));
        var hits = pages.of(page, records(page, standing.joined()), sight, people, terms, found.words(), viewer, now);
        var more = rows.size() > page.size();
        first.retainAll(sight.hidden());
        var answer = new SearchAnswer(
                shown(query), hits, more, notice, terms.notes(), Understood.of(terms), records(query, terms, viewer));
        return new Answered(answer, first);
    }

    /** What is called by one of the references, or by the whole of what was typed. */
    private List<FoundRecord> records(String query, Terms terms, Viewer viewer) {
        return Stream.concat(
                        terms.references().stream().map(Terms.Reference::written),
                        Stream.of(query.strip()).filter(SearchService::mayBeReference))
                .distinct()
                .flatMap(reference -> references.stream().flatMap(module -> module.recordsOf(reference, viewer).stream()))
                .distinct()
                .toList();
    }

    private static boolean mayBeReference(String typed) {
        return typed.length() <= LONGEST_REFERENCE && typed.chars().anyMatch(Character::isDigit);
    }

    /** What was merged counts as the record that it was merged into. */
    private static Map<Long, Ranking.Scored> bySurvivor(List<Ranking.Scored> found, Map<Long, Long> survivors) {
        var people = new LinkedHashMap<Long, Ranking.Scored>();
        found.forEach(one -> {
            var survivor = survivors.get(one.evidence().person());
            if (survivor != null) {
                people.putIfAbsent(survivor, one);
            }
        });
        return people;
    }

    /** Every record that is one of these people; most are one alone. */
    private Map<Long, List<Long>> records(List<Long> page, Set<Long> joined) {
        var records = reads.recordsOf(page.stream().filter(joined::contains).toList());
        page.forEach(person -> records.putIfAbsent(person, List.of(person)));
        return records;
    }

    private static String shown(String query) {
        var typed = query.strip();
        return typed.codePointCount(0, typed.length()) <= QueryParser.LONGEST
                ? typed
                : typed.substring(0, typed.offsetByCodePoints(0, QueryParser.LONGEST));
    }
}
