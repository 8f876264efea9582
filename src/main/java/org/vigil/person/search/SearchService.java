package org.vigil.person.search;

import static org.vigil.shared.Duty.AUTHOR;
import static org.vigil.shared.Duty.CALLS;
import static org.vigil.shared.Duty.COURT;
import static org.vigil.shared.Duty.CUSTODY;
import static org.vigil.shared.Duty.DECIDER;
import static org.vigil.shared.Duty.DVDS;
import static org.vigil.shared.Duty.FEED;
import static org.vigil.shared.Duty.MARAC;
import static org.vigil.shared.Duty.NPT;
import static org.vigil.shared.Duty.RESPONSE;
import static org.vigil.shared.Duty.SPECIALIST;
import static org.vigil.shared.Duty.SUPERVISOR;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.person.search.data.CardQueries;
import org.vigil.person.search.rules.HitWriter;
import org.vigil.person.search.rules.QueryParser;
import org.vigil.person.search.rules.Ranking;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;

/**
 * The single search. One field takes a name in any order and spelling, a date of birth or an age, a postcode or an
 * address, a phone number, a reference, or several of these; what makes no sense is left out with a note.
 */
@Service
@Requires({SUPERVISOR, SPECIALIST, NPT, RESPONSE, DVDS, DECIDER, CALLS, CUSTODY, MARAC, COURT, AUTHOR, FEED})
public class SearchService {

    /** The most that one search answers. */
    public static final int MOST = 100;

    private static final int ALSO_CONSIDERED = 40;
    private static final SubjectRef SEARCH = new SubjectRef(SubjectType.PERSON, 0, "Search");

    private final PeopleFinder finder;
    private final CardQueries cards;
    private final SearchVisibility visibility;
    private final List<PersonMeasures> measures;
    private final CurrentViewer viewers;
    private final AuditLog audit;
    private final Clock clock;

    SearchService(
            PeopleFinder finder,
            CardQueries cards,
            SearchVisibility visibility,
            List<PersonMeasures> measures,
            CurrentViewer viewers,
            AuditLog audit,
            Clock clock) {
        this.finder = finder;
        this.cards = cards;
        this.visibility = visibility;
        this.measures = measures;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Searches once; audited with whom it showed. */
    public SearchAnswer search(String query, int limit) {
        var viewing = new SearchViewing();
        var answer = look(query, limit, viewing);
        settle(viewing);
        return answer;
    }

    /**
     * Searches while somebody types. Nothing is audited until {@link #settle}, which the screen calls when the typing has
     * paused, when a result is opened and when the screen is left.
     */
    public SearchAnswer look(String query, int limit, SearchViewing viewing) {
        var now = clock.instant();
        var terms = QueryParser.parse(query, UkTime.localDay(now));
        var typed = query.strip();
        var shown = typed.length() <= QueryParser.LONGEST ? typed : typed.substring(0, QueryParser.LONGEST);
        if (terms.isEmpty()) {
            var nothing = new SearchAnswer(shown, List.of(), false, null, terms.notes());
            viewing.shows(nothing);
            return nothing;
        }
        var most = Math.clamp(limit, 1, MOST);
        var found = finder.find(terms, most + ALSO_CONSIDERED);
        var people = bySurvivor(found.people());
        var seen = visibility.of(people.keySet(), viewers.get(), now);
        var rows = people.keySet().stream().filter(seen.visible()::contains).toList();
        var page = rows.subList(0, Math.min(most, rows.size()));
        var held = cards.cards(page);
        var live = live(page);
        var writer = new HitWriter(terms, found.words());
        var hits = page.stream()
                .filter(held::containsKey)
                .map(person -> writer.write(
                        held.get(person), people.get(person).evidence(), live.getOrDefault(person, List.of())))
                .toList();
        var answer = new SearchAnswer(shown, hits, rows.size() > page.size(), seen.notice(), terms.notes());
        viewing.shows(answer);
        return answer;
    }

    /** Tells the audit log what was searched for and who was shown since it was last told. */
    public void settle(SearchViewing viewing) {
        var settled = viewing.settle();
        if (settled != null) {
            audit.record(AuditNote.search(
                    SEARCH,
                    settled.query(),
                    settled.shown().entrySet().stream()
                            .map(one -> new SubjectRef(SubjectType.PERSON, one.getKey(), one.getValue()))
                            .toList()));
        }
    }

    private Map<Long, Ranking.Scored> bySurvivor(List<Ranking.Scored> found) {
        var survivors = cards.survivors(
                found.stream().map(one -> one.evidence().person()).toList());
        var people = new LinkedHashMap<Long, Ranking.Scored>();
        found.forEach(one -> {
            var survivor = survivors.get(one.evidence().person());
            if (survivor != null) {
                people.putIfAbsent(survivor, one);
            }
        });
        return people;
    }

    private Map<Long, List<LiveMeasure>> live(List<Long> page) {
        var live = new HashMap<Long, List<LiveMeasure>>();
        if (!page.isEmpty()) {
            for (var module : measures) {
                module.liveOf(page, viewers.get(), clock.instant())
                        .forEach((person, own) -> live.computeIfAbsent(person, key -> new ArrayList<>())
                                .addAll(own));
            }
        }
        return live;
    }
}
