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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.Action;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.person.Person;
import org.vigil.person.PersonAccess;
import org.vigil.person.search.rules.QueryParser;
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

    private static final int LONGEST_REFERENCE = 64;

    private static final SubjectRef SEARCH = new SubjectRef(SubjectType.PERSON, 0, "Search");

    private final PeopleFinder finder;
    private final HitPage pages;
    private final SearchVisibility visibility;
    private final List<ReferenceFinder> references;
    private final CurrentViewer viewers;
    private final AuditLog audit;
    private final Clock clock;
    private final Executor afterwards = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("search-afterwards").factory());

    SearchService(
            PeopleFinder finder,
            HitPage pages,
            SearchVisibility visibility,
            List<ReferenceFinder> references,
            CurrentViewer viewers,
            AuditLog audit,
            Clock clock) {
        this.finder = finder;
        this.pages = pages;
        this.visibility = visibility;
        this.references = references;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Searches once; audited with whom it showed. Owners of sealed records are told afterwards, so that the time of the
     * answer tells nothing.
     *
     * @param limit how many to show, at most {@link #MOST}
     */
    public SearchAnswer search(String query, int limit) {
        var viewing = new SearchViewing();
        var answer = look(query, limit, viewing);
        audit(viewing, null);
        var sought = viewing.sought();
        if (!sought.isEmpty()) {
            var viewer = viewers.get();
            afterwards.execute(() -> visibility.tellOwners(sought, viewer, clock.instant()));
        }
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
        var told = audit(viewing, purpose);
        var sought = viewing.sought();
        if (!sought.isEmpty()) {
            visibility.tellOwners(sought, viewers.get(), clock.instant());
            viewing.ownersTold(sought);
        }
        return told;
    }

    /** The log comes first: what fails after it is told again, and what it does not have is not forgotten. */
    private boolean audit(SearchViewing viewing, @Nullable String purpose) {
        var untold = viewing.untold();
        if (untold == null) {
            return false;
        }
        audit.record(AuditNote.search(
                        SEARCH,
                        String.join("\n", untold.queries()),
                        untold.shown().stream().map(Person::subject).toList())
                .shown(untold.records())
                .withPurpose(purpose));
        viewing.told(untold);
        return true;
    }

    /** The results are printed: that is logged, with everybody who stands on the paper. */
    public void print(SearchAnswer answer) {
        var people = answer.hits().stream().map(hit -> Person.subject(hit.personId())).toList();
        audit.record(AuditNote.print(SEARCH, "Printed the results of a search")
                .withField("terms", null, answer.query())
                .shown(people)
                .shown(answer.records().stream().map(FoundRecord::subject).toList()));
    }

    /** Tells the audit log the purpose of searches that were told without one. */
    public void explain(String purpose) {
        audit.record(AuditNote.of(Action.SEARCH, SEARCH, "Purpose of the searches before").withPurpose(purpose));
    }

    /** @param sought whom it would have shown, had the viewer been allowed to know of them */
    private record Answered(SearchAnswer answer, Set<Long> sought) {}

    private Answered find(String query, Terms terms, int most, Viewer viewer, Instant now) {
        var found = finder.find(terms, most, viewer, now);
        var people = found.people().keySet();
        var sight = SearchVisibility.of(people, found.standing().seen());
        var restricted = pages.restricted(sight.ask(), found, viewer, now);
        var ranked = found.people().keySet().stream()
                .filter(person -> sight.full().contains(person) || sight.ask().contains(person))
                .toList();
        // Whoever has no row takes no place either: else places that stay empty would tell how many they are.
        var rows = ranked.stream()
                .filter(person -> sight.full().contains(person) || restricted.containsKey(person))
                .toList();
        var page = rows.subList(0, Math.min(most, rows.size()));
        var full = pages.full(page.stream().filter(sight.full()::contains).toList(), found, terms, viewer, now);
        var hits = page.stream()
                .map(person -> full.getOrDefault(person, restricted.get(person)))
                .filter(Objects::nonNull)
                .toList();
        var unnamed = ranked.stream()
                .limit(most)
                .filter(person -> sight.ask().contains(person) && !restricted.containsKey(person))
                .toList();
        var answer = new SearchAnswer(
                shown(query),
                hits,
                rows.size() > page.size(),
                notice(unnamed, viewer),
                terms.notes(),
                Understood.of(terms),
                records(query, terms, viewer));
        return new Answered(answer, found.sought());
    }

    private @Nullable RestrictedNotice notice(List<Long> restricted, Viewer viewer) {
        return restricted.isEmpty()
                ? null
                : new RestrictedNotice(
                        visibility.whomToAsk(viewer, restricted),
                        viewer.hasAny(PersonAccess.BREAKS) ? "people/" + restricted.getFirst() : null);
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

    private static String shown(String query) {
        var typed = query.strip();
        return typed.codePointCount(0, typed.length()) <= QueryParser.LONGEST
                ? typed
                : typed.substring(0, typed.offsetByCodePoints(0, QueryParser.LONGEST));
    }
}
