package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_ADDRESS;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.PersonPart.Address;
import org.vigil.person.rules.AddressKey;
import org.vigil.person.search.PersonIndex;

/**
 * Keeps a hiding place hidden however often it is said: by a feed that knows nothing of hiding, in another spelling, on a
 * merged record, or as the value that was corrected. Whoever reads addresses relies on each row's own word alone, so two who
 * say something of one person's places at the same time wait for each other here.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ProtectedPlaces {

    private final DSLContext sql;
    private final PersonIndex search;

    ProtectedPlaces(DSLContext sql, PersonIndex search) {
        this.sql = sql;
        this.search = search;
    }

    private record Row(long id, long record, AddressKey key, boolean isProtected) {}

    /** The address as it must be kept: protected where the person holds a protected one that may be the same place. */
    Address asKept(long record, Address said) {
        if (said.isProtected() || like(record, said).stream().noneMatch(Row::isProtected)) {
            return said;
        }
        return new Address(said.line(), said.postcode(), said.from(), said.to(), true);
    }

    /** Hides all that the person's records hold of this place, whatever its state, and what may be one with any of that. */
    public void hide(long record, Address place) {
        set(like(record, place), true);
        agree(record);
    }

    /** Shows what is held of this place again, but for what may as well be another that is still hidden. */
    public void show(long record, Address place) {
        var key = AddressKey.of(place.line(), place.postcode());
        var rows = rows(record);
        var hidden = rows.stream()
                .filter(row -> row.isProtected() && !row.key().mayBe(key))
                .map(Row::key)
                .toList();
        set(
                rows.stream()
                        .filter(row -> row.key().mayBe(key) && hidden.stream().noneMatch(row.key()::mayBe))
                        .toList(),
                false);
    }

    /**
     * Hides on all records of a person what may be one with a hidden place, and what may be one with that: two records that
     * became one may hold a place both ways, and half of an address is one with either whole.
     */
    void agree(long record) {
        var open = new ArrayList<>(rows(record));
        var hidden = new ArrayList<AddressKey>();
        var found = open.stream().filter(Row::isProtected).toList();
        var all = new ArrayList<Row>();
        while (!found.isEmpty()) {
            open.removeAll(found);
            all.addAll(found);
            found.forEach(row -> hidden.add(row.key()));
            found = open.stream().filter(row -> hidden.stream().anyMatch(row.key()::mayBe)).toList();
        }
        set(all, true);
    }

    private void set(List<Row> rows, boolean isProtected) {
        var changed = rows.stream().filter(row -> row.isProtected() != isProtected).toList();
        if (!changed.isEmpty()) {
            sql.update(PERSON_ADDRESS)
                    .set(PERSON_ADDRESS.PROTECTED, isProtected)
                    .where(PERSON_ADDRESS.ID.in(changed.stream().map(Row::id).toList()))
                    .execute();
            changed.stream().map(Row::record).distinct().forEach(search::changed);
        }
    }

    private List<Row> like(long record, Address place) {
        var key = AddressKey.of(place.line(), place.postcode());
        return rows(record).stream().filter(row -> row.key().mayBe(key)).toList();
    }

    private List<Row> rows(long record) {
        var survivor = hold(record);
        return sql
                .select(
                        PERSON_ADDRESS.ID, PERSON_ADDRESS.PERSON_ID, PERSON_ADDRESS.LINE_KEY,
                        PERSON_ADDRESS.POSTCODE_KEY, PERSON_ADDRESS.PROTECTED)
                .from(PERSON_ADDRESS)
                .join(PERSON)
                .on(PERSON.ID.eq(PERSON_ADDRESS.PERSON_ID))
                .where(PERSON.ID.eq(survivor).or(PERSON.SURVIVOR_ID.eq(survivor)))
                .fetch(row -> new Row(
                        row.value1(), row.value2(), new AddressKey(row.value3(), row.value4()), row.value5()));
    }

    /** Holds a record and the one that stands for it until the transaction ends, in the order of their keys; answers that. */
    private long hold(long record) {
        var survivor = survivorOf(record);
        while (true) {
            sql.select(PERSON.ID)
                    .from(PERSON)
                    .where(PERSON.ID.in(record, survivor))
                    .orderBy(PERSON.ID)
                    .forUpdate()
                    .fetch();
            var now = survivorOf(record);
            if (now == survivor) {
                return survivor;
            }
            survivor = now;
        }
    }

    private long survivorOf(long record) {
        return sql.select(DSL.coalesce(PERSON.SURVIVOR_ID, PERSON.ID))
                .from(PERSON)
                .where(PERSON.ID.eq(record))
                .fetchSingle(0, Long.class);
    }
}
