package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_ACCESS;
import static org.vigil.db.generated.Tables.PERSON_ACCESS_GRANT;
import static org.vigil.db.generated.Tables.PERSON_ACCOUNT;
import static org.vigil.db.generated.Tables.PERSON_BLOCK;
import static org.vigil.db.generated.Tables.PERSON_CHARACTERISTIC;
import static org.vigil.db.generated.Tables.PERSON_EXTERNAL_RECORD;
import static org.vigil.db.generated.Tables.PERSON_FLAG;
import static org.vigil.db.generated.Tables.PERSON_LINK;
import static org.vigil.db.generated.Tables.PERSON_MARKER;
import static org.vigil.db.generated.Tables.PERSON_MATCH;
import static org.vigil.db.generated.Tables.PERSON_MERGE;
import static org.vigil.db.generated.Tables.PERSON_PHOTOGRAPH;
import static org.vigil.db.generated.Tables.PERSON_RELATIONSHIP;
import static org.vigil.db.generated.Tables.SEARCH_CARD;
import static org.vigil.db.generated.Tables.SEARCH_NAME;
import static org.vigil.db.generated.Tables.SEARCH_PLACE;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.ErasedData;
import org.vigil.person.ErasureKind;
import org.vigil.person.PersonParty;
import org.vigil.person.Restriction;
import org.vigil.person.Sex;
import org.vigil.person.search.PersonIndex;

/** Takes away what identifies people, within the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ErasureStore {

    private static final String GONE = "Erased";
    private static final Map<PartTable<?>, ErasedData> PARTS = Map.of(
            PartTable.NAMES, ErasedData.NAMES,
            PartTable.BIRTHS, ErasedData.BIRTHS,
            PartTable.IDENTIFIERS, ErasedData.IDENTIFIERS,
            PartTable.PHONES, ErasedData.PHONES,
            PartTable.EMAILS, ErasedData.EMAILS,
            PartTable.ADDRESSES, ErasedData.ADDRESSES);

    private final DSLContext sql;
    private final PersonIndex search;

    ErasureStore(DSLContext sql, PersonIndex search) {
        this.sql = sql;
        this.search = search;
    }

    /** Takes all of it from these records, which are one person; answers how much of each kind there was. */
    public Map<ErasedData, Integer> erase(Collection<Long> records, ErasureKind kind, Instant now) {
        var counts = new EnumMap<ErasedData, Integer>(ErasedData.class);
        counts.put(
                ErasedData.SEARCH_ENTRIES,
                sql.fetchCount(SEARCH_NAME, SEARCH_NAME.PERSON_ID.in(records))
                        + sql.fetchCount(SEARCH_PLACE, SEARCH_PLACE.PERSON_ID.in(records))
                        + sql.fetchCount(SEARCH_CARD, SEARCH_CARD.PERSON_ID.in(records)));
        PARTS.forEach((table, what) -> counts.put(what, delete(table.table(), table.personId().in(records))));
        counts.put(
                ErasedData.CHARACTERISTICS,
                delete(PERSON_CHARACTERISTIC, PERSON_CHARACTERISTIC.PERSON_ID.in(records)));
        counts.put(ErasedData.MARKERS, delete(PERSON_MARKER, PERSON_MARKER.PERSON_ID.in(records)));
        counts.put(ErasedData.FLAGS, delete(PERSON_FLAG, PERSON_FLAG.PERSON_ID.in(records)));
        counts.put(
                ErasedData.RELATIONSHIPS,
                delete(PERSON_RELATIONSHIP, PERSON_RELATIONSHIP.PERSON_ID
                        .in(records)
                        .or(PERSON_RELATIONSHIP.OTHER_ID.in(records))));
        counts.put(
                ErasedData.EXTERNAL_RECORDS,
                delete(PERSON_EXTERNAL_RECORD, PERSON_EXTERNAL_RECORD.PERSON_ID.in(records)));
        counts.put(ErasedData.PHOTOGRAPHS, delete(PERSON_PHOTOGRAPH, PERSON_PHOTOGRAPH.PERSON_ID.in(records)));
        counts.put(ErasedData.MATCHING_KEYS, delete(PERSON_BLOCK, PERSON_BLOCK.PERSON_ID.in(records)));
        counts.put(ErasedData.MERGE_REASONS, mergeReasons(records));
        counts.put(
                ErasedData.MATCHES,
                delete(PERSON_MATCH, PERSON_MATCH.FIRST_ID.in(records).or(PERSON_MATCH.SECOND_ID.in(records))));
        counts.put(
                ErasedData.ACCESS,
                delete(PERSON_ACCESS, PERSON_ACCESS.PERSON_ID.in(records))
                        + delete(PERSON_ACCESS_GRANT, PERSON_ACCESS_GRANT.PERSON_ID.in(records))
                        + delete(PERSON_ACCOUNT, PERSON_ACCOUNT.PERSON_ID.in(records)));
        counts.put(ErasedData.LINKS, links(records, kind));
        counts.put(ErasedData.DETAILS, details(records, kind, now));
        // The index follows what is left of them, which is nothing.
        records.forEach(search::changed);
        return counts;
    }

    private int delete(Table<?> table, Condition which) {
        return sql.deleteFrom(table).where(which).execute();
    }

    private int mergeReasons(Collection<Long> records) {
        // A pair that names one of them may have been decided of others, who stood for both then.
        var pairs = sql.select(PERSON_MATCH.ID)
                .from(PERSON_MATCH)
                .where(PERSON_MATCH.FIRST_ID.in(records).or(PERSON_MATCH.SECOND_ID.in(records)))
                .fetch(PERSON_MATCH.ID);
        if (!pairs.isEmpty()) {
            sql.update(PERSON_MERGE)
                    .setNull(PERSON_MERGE.MATCH_ID)
                    .where(PERSON_MERGE.MATCH_ID.in(pairs))
                    .execute();
        }
        return sql.update(PERSON_MERGE)
                .set(PERSON_MERGE.REASON, GONE)
                .setNull(PERSON_MERGE.UNDO_REASON)
                .setNull(PERSON_MERGE.MATCH_ID)
                .where(PERSON_MERGE.MERGED_ID.in(records).or(PERSON_MERGE.INTO_ID.in(records)))
                .execute();
    }

    private int links(Collection<Long> records, ErasureKind kind) {
        if (kind == ErasureKind.ERASED) {
            return delete(PERSON_LINK, PERSON_LINK.PERSON_ID.in(records));
        }
        sql.update(PERSON_LINK)
                .set(PERSON_LINK.CONTENT_HASH, PersonParty.ERASED)
                .where(PERSON_LINK.PERSON_ID.in(records))
                .execute();
        return 0;
    }

    private int details(Collection<Long> records, ErasureKind kind, Instant now) {
        var sex = kind == ErasureKind.ERASED;
        return sql.update(PERSON)
                .set(PERSON.SEX, sex ? DSL.val(Sex.NOT_ASKED.name()) : PERSON.SEX)
                .set(PERSON.POLICE_EMPLOYEE, false)
                .setNull(PERSON.LANGUAGE)
                .setNull(PERSON.INTERPRETER_NEEDED)
                .setNull(PERSON.SAFE_METHOD)
                .setNull(PERSON.SAFE_TIMES)
                .setNull(PERSON.UNSAFE_CONTACT)
                .setNull(PERSON.DESCRIPTION)
                .set(PERSON.RESTRICTION, Restriction.OPEN.name())
                .setNull(PERSON.RESTRICTION_REASON)
                .setNull(PERSON.RESTRICTION_DUTY)
                .setNull(PERSON.RESTRICTION_ACCOUNT)
                .setNull(PERSON.RESTRICTED_AT)
                .setNull(PERSON.RESTRICTED_BY)
                .set(PERSON.SEX_BY_HAND, false)
                .setNull(PERSON.RETENTION_WHY)
                .setNull(PERSON.REVIEW_BASIS)
                .setNull(PERSON.NEXT_REVIEW_ON)
                .set(PERSON.ERASED_AT, now)
                .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                .where(PERSON.ID.in(records))
                .execute();
    }
}
