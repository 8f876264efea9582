package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON_ADDRESS;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.vigil.person.SaidPlace;
import org.vigil.person.rules.AddressKey;

/** The addresses that must show nowhere: refuges, and where somebody hides. */
@Component
public class ProtectedAddresses {

    private final DSLContext sql;

    ProtectedAddresses(DSLContext sql) {
        this.sql = sql;
    }

    /** Which of these places may be one, whoever's it is and whether it holds still; where in doubt, it may. */
    public Set<SaidPlace> among(Collection<SaidPlace> places) {
        var keys = new HashMap<SaidPlace, AddressKey>();
        places.forEach(place -> keys.put(place, AddressKey.of(place.line(), place.postcode())));
        keys.values().removeIf(AddressKey::isEmpty);
        var asked = Set.copyOf(keys.values());
        var held = new HashSet<AddressKey>();
        var codes = asked.stream().map(AddressKey::postcode).filter(code -> !code.isEmpty()).toList();
        var lines = asked.stream().map(AddressKey::line).filter(line -> !line.isEmpty()).toList();
        if (!codes.isEmpty()) {
            held.addAll(held(PERSON_ADDRESS.POSTCODE_KEY.in(codes)));
        }
        if (!lines.isEmpty()) {
            held.addAll(held(PERSON_ADDRESS.LINE_KEY.in(lines)));
        }
        return keys.keySet().stream()
                .filter(place -> held.stream().anyMatch(keys.get(place)::mayBe))
                .collect(Collectors.toSet());
    }

    private Set<AddressKey> held(Condition which) {
        return sql.selectDistinct(PERSON_ADDRESS.LINE_KEY, PERSON_ADDRESS.POSTCODE_KEY)
                .from(PERSON_ADDRESS)
                .where(which)
                .and(PERSON_ADDRESS.PROTECTED.isTrue())
                .fetchSet(row -> new AddressKey(row.value1(), row.value2()));
    }
}
