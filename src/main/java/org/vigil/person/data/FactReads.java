package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_CHARACTERISTIC;
import static org.vigil.db.generated.Tables.PERSON_EXTERNAL_RECORD;
import static org.vigil.db.generated.Tables.PERSON_FLAG;
import static org.vigil.db.generated.Tables.PERSON_MARKER;
import static org.vigil.db.generated.Tables.PERSON_RELATIONSHIP;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.person.Origin;
import org.vigil.person.PartState;
import org.vigil.person.PersonPart;
import org.vigil.person.BirthDate;
import org.vigil.person.FlagState;
import org.vigil.person.rules.ReviewFacts.Event;
import org.vigil.person.rules.ReviewFacts.Sign;
import org.vigil.person.rules.ReviewGround.Kind;
import org.vigil.shared.UkTime;

/** Reads what of people's own records their retention hangs on, for many at once. */
@Component
public class FactReads {

    private final DSLContext sql;
    private final PartReads parts;

    FactReads(DSLContext sql, PartReads parts) {
        this.sql = sql;
        this.parts = parts;
    }

    /**
     * Of one record.
     *
     * @param chosenGroup the group that an officer chose, or null
     */
    public record Own(
            @Nullable Integer chosenGroup,
            @Nullable LocalDate reviewedOn,
            LocalDate createdOn,
            List<Sign> signs,
            List<Event> events,
            List<BirthDate> births) {}

    /** Of each of these records, merged ones by themselves. */
    public Map<Long, Own> of(Collection<Long> records) {
        var found = new HashMap<Long, Own>();
        sql.select(PERSON.ID, PERSON.RETENTION_BY_HAND, PERSON.RETENTION_GROUP, PERSON.REVIEWED_ON, PERSON.CREATED_AT,
                        PERSON.CREATED_BY)
                .from(PERSON)
                .where(PERSON.ID.in(records))
                .forEach(row -> {
                    var created = UkTime.localDay(row.value5());
                    var own = new Own(
                            row.value2() ? Integer.valueOf(row.value3()) : null, row.value4(), created,
                            new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                    if (row.value6() != null) {
                        own.events().add(new Event("being entered", created));
                    }
                    found.put(row.value1(), own);
                });
        readParts(records, found);
        readMarks(records, found);
        readDates(records, found);
        return found;
    }

    /** What a feed said is no event of its own: the call that said it is. */
    private void readParts(Collection<Long> records, Map<Long, Own> found) {
        parts.of(records).forEach((record, held) -> held.forEach(part -> {
            var own = found.get(record);
            if (part.part() instanceof PersonPart.Birth birth && part.state() != PartState.WRONG) {
                own.births().add(birth.date());
            }
            Stream.of(part.origin() == Origin.HAND ? part.addedAt() : null, part.endedAt())
                    .filter(Objects::nonNull)
                    .forEach(at -> own.events().add(new Event("an edit", UkTime.localDay(at))));
        }));
    }

    private void readMarks(Collection<Long> records, Map<Long, Own> found) {
        sql.select(PERSON_MARKER.PERSON_ID, PERSON_MARKER.TYPE, PERSON_MARKER.SET_AT, PERSON_MARKER.ENDED_AT)
                .from(PERSON_MARKER)
                .where(PERSON_MARKER.PERSON_ID.in(records))
                .forEach(row -> {
                    var own = found.get(row.value1());
                    if (row.value4() == null) {
                        own.signs().add(new Sign(Kind.MARKER, row.value2(), false, false));
                    }
                    add(own, "a marker", row.value3(), row.value4());
                });
        sql.select(PERSON_FLAG.PERSON_ID, PERSON_FLAG.SYSTEM, PERSON_FLAG.STATE, PERSON_FLAG.ASKED_AT,
                        PERSON_FLAG.SETTLED_AT)
                .from(PERSON_FLAG)
                .where(PERSON_FLAG.PERSON_ID.in(records))
                .forEach(row -> {
                    var own = found.get(row.value1());
                    if (!row.value3().equals(FlagState.NOT_NEEDED.name())) {
                        own.signs().add(new Sign(Kind.FLAG, row.value2(), false, false));
                    }
                    add(own, "a flag", row.value4(), row.value5());
                });
    }

    private void readDates(Collection<Long> records, Map<Long, Own> found) {
        var answered = PERSON_CHARACTERISTIC;
        dates(answered, answered.PERSON_ID, answered.RECORDED_AT, answered.RECORDED_AT, "an answer", records, found);
        var external = PERSON_EXTERNAL_RECORD;
        dates(external, external.PERSON_ID, external.ADDED_AT, external.ENDED_AT, "another system’s record", records, found);
        var related = PERSON_RELATIONSHIP;
        dates(related, related.PERSON_ID, related.ADDED_AT, related.ENDED_AT, "a relationship", records, found);
        dates(related, related.OTHER_ID, related.ADDED_AT, related.ENDED_AT, "a relationship", records, found);
    }

    private void dates(
            Table<?> table,
            TableField<?, Long> of,
            Field<Instant> begun,
            Field<Instant> ended,
            String what,
            Collection<Long> records,
            Map<Long, Own> found) {
        sql.select(of, begun, ended)
                .from(table)
                .where(of.in(records))
                .forEach(row -> add(found.get(row.value1()), what, row.value2(), row.value3()));
    }

    private static void add(Own own, String what, Instant begun, @Nullable Instant ended) {
        own.events().add(new Event(what, UkTime.localDay(ended == null ? begun : ended)));
    }
}
