package org.vigil.custody;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigil.custody.data.CustodyOfPeople;
import org.vigil.custody.data.CustodyReads;

/** What other modules' rules ask of custody, whoever looks: a screen asks {@link CustodyService}. */
@Component
public class CustodyQueries {

    private final CustodyReads records;
    private final CustodyOfPeople people;
    private final CustodyBook book;

    CustodyQueries(CustodyReads records, CustodyOfPeople people, CustodyBook book) {
        this.records = records;
        this.people = people;
        this.book = book;
    }

    /** Where these records stand. */
    public Map<Long, CustodyStanding> standings(Collection<Long> ids) {
        return records.byIds(ids).stream().collect(Collectors.toMap(CustodyRecord::id, book::standing));
    }

    /** These records, by their keys. */
    public Map<Long, CustodyRecord> records(Collection<Long> ids) {
        return records.byIds(ids).stream().collect(Collectors.toMap(CustodyRecord::id, record -> record));
    }

    /**
     * The records about people, the latest first.
     *
     * @param ids keys of people; merged ones count as those who stand for them
     */
    public Map<Long, List<Long>> recordsOf(Collection<Long> ids) {
        return people.recordsOf(ids);
    }

    /** The latest record about each of these people that has not ended: held, on bail or under investigation. */
    public Map<Long, Long> openOf(Collection<Long> ids) {
        return people.openOf(ids);
    }

    /** Who a record is about, by the record that stands for them, or empty while nobody knows. */
    public Optional<Long> personOf(long id) {
        return people.personOf(id);
    }
}
