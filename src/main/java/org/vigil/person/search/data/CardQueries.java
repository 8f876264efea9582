package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.SEARCH_CARD;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigil.person.FlagSystem;
import org.vigil.person.MarkerType;
import org.vigil.person.search.rules.BirthClue;
import org.vigil.person.search.rules.CardLine;
import org.vigil.person.search.rules.CardLine.Part;
import org.vigil.person.search.rules.HeldCard;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a page of results says of people, in one look-up: a search is asked at every key that somebody types. Whom the
 * viewer may see is settled before.
 */
@Component
public class CardQueries {

    private static final Logger LOG = LoggerFactory.getLogger(CardQueries.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;
    private final CardSource source;

    CardQueries(DSLContext sql, CardSource source) {
        this.sql = sql;
        this.source = source;
    }

    /**
     * The rows of people.
     *
     * @param records for each person the keys of all records that are this person
     */
    public Map<Long, HeldCard> cards(Map<Long, List<Long>> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        var lines = lines(records.values().stream().flatMap(List::stream).toList());
        var cards = new HashMap<Long, HeldCard>();
        records.forEach((person, own) -> cards.put(person, card(person, own, lines)));
        return cards;
    }

    /** Of records that the index has still to be made for, what is held of them. */
    private Map<Long, List<CardLine>> lines(Collection<Long> records) {
        var lines = new HashMap<Long, List<CardLine>>();
        sql.select(SEARCH_CARD.PERSON_ID, SEARCH_CARD.CARD)
                .from(SEARCH_CARD)
                .where(SEARCH_CARD.PERSON_ID.in(records))
                .forEach(row -> read(row.value2()).ifPresent(card -> lines.put(row.value1(), card)));
        var missing = new HashSet<>(records);
        missing.removeAll(lines.keySet());
        lines.putAll(source.of(missing));
        return lines;
    }

    /** One that can't be read is as if the index had still to be made. */
    private static Optional<List<CardLine>> read(String card) {
        try {
            return Optional.of(List.of(JSON.readValue(card, CardLine[].class)));
        } catch (JacksonException problem) {
            LOG.warn("A card of the search can't be read; the person is read where they are held", problem);
            return Optional.empty();
        }
    }

    /** What is kept of a record's lines. */
    static String written(List<CardLine> lines) {
        return JSON.writeValueAsString(lines);
    }

    private static HeldCard card(long person, List<Long> records, Map<Long, List<CardLine>> lines) {
        var held = new ArrayList<CardLine>();
        records.forEach(record -> held.addAll(lines.getOrDefault(record, List.of())));
        if (records.size() > 1) {
            held.sort(CardSource.AS_SHOWN);
        }
        return new HeldCard(
                person,
                of(held, Part.NAME, row -> new HeldCard.Name(row.one(), row.two())),
                of(held, Part.BIRTH, row -> born(row.born())),
                of(held, Part.IDENTIFIER, row -> new HeldCard.Identifier(text(row.one()), text(row.two()), text(row.three()))),
                of(held, Part.PHONE, row -> new HeldCard.Phone(text(row.one()), text(row.two()))),
                of(held, Part.EMAIL, row -> text(row.one())),
                of(held, Part.ADDRESS, row -> new HeldCard.Address(row.one(), row.two(), text(row.three()))),
                of(held, Part.WARNING, row -> MarkerType.valueOf(text(row.one()))),
                of(held, Part.FLAG, row -> new HeldCard.Flag(FlagSystem.valueOf(text(row.one())), text(row.two()))));
    }

    private static <T> List<T> of(List<CardLine> held, Part part, Function<CardLine, T> each) {
        return held.stream().filter(row -> row.part() == part).map(each).distinct().toList();
    }

    private static BirthClue.Born born(int date) {
        return new BirthClue.Born(known(date / 10_000), known(date / 100 % 100), known(date % 100));
    }

    private static @Nullable Integer known(int part) {
        return part == 0 ? null : part;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
