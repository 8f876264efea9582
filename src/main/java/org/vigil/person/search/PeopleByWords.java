package org.vigil.person.search;

import static org.vigil.shared.Duty.CALLS;
import static org.vigil.shared.Duty.COURT;
import static org.vigil.shared.Duty.CUSTODY;
import static org.vigil.shared.Duty.DVDS;
import static org.vigil.shared.Duty.LEADER;
import static org.vigil.shared.Duty.MARAC;
import static org.vigil.shared.Duty.NPT;
import static org.vigil.shared.Duty.RESPONSE;
import static org.vigil.shared.Duty.SPECIALIST;
import static org.vigil.shared.Duty.SUPERVISOR;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.vigil.person.PersonService;
import org.vigil.person.PersonService.Look;
import org.vigil.shared.Requires;

/** Finds the person that somebody means, for forms that name one: by the number of their page, or as the search would. */
@Service
@Requires({SUPERVISOR, SPECIALIST, NPT, RESPONSE, DVDS, CALLS, CUSTODY, MARAC, COURT, LEADER})
public class PeopleByWords {

    private static final int MOST = 8;

    /** A number of few digits, or the address of a page that ends in one; more digits are a telephone's. */
    private static final Pattern NUMBER = Pattern.compile("(?:.*people/)(\\d{1,18})|(?:person )?#?(\\d{1,8})");

    private final SearchService search;
    private final PersonService people;

    PeopleByWords(SearchService search, PersonService people) {
        this.search = search;
        this.people = people;
    }

    /** Those whom the viewer may see in full, the likeliest first, with words that tell them apart; it is logged. */
    public Map<Long, String> find(String typed) {
        var found = new LinkedHashMap<Long, String>();
        var number = NUMBER.matcher(typed.strip());
        if (number.matches()) {
            var id = Long.parseLong(number.group(1) == null ? number.group(2) : number.group(1));
            if (people.look(id, true).orElse(null) instanceof Look.InFull full) {
                found.put(full.person().id(), full.person().name() + " · person " + full.person().id());
            }
            return found;
        }
        search.search(typed, MOST).hits().stream()
                .filter(hit -> !hit.restricted())
                .forEach(hit -> found.put(hit.personId(), words(hit)));
        return found;
    }

    private static String words(SearchHit hit) {
        return Stream.of(
                        hit.name().text(),
                        hit.births().isEmpty() ? null : "born " + hit.births().getFirst().text(),
                        hit.addresses().isEmpty() ? null : hit.addresses().getFirst().text(),
                        "person " + hit.personId())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
