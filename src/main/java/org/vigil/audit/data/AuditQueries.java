package org.vigil.audit.data;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.vigil.db.generated.Tables.AUDIT_ENTRY;
import static org.vigil.db.generated.Tables.AUDIT_SHOWN;
import static org.vigil.db.generated.Tables.AUDIT_VALUE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Row2;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.audit.Action;
import org.vigil.audit.AuditEntryView;
import org.vigil.audit.AuditEntryView.Masked;
import org.vigil.audit.AuditEntryView.MaskedField;
import org.vigil.audit.AuditFilter;
import org.vigil.audit.AuditRow;
import org.vigil.audit.rules.Detail;
import org.vigil.audit.rules.EntryPlace;
import org.vigil.db.generated.tables.records.AuditEntryRecord;
import org.vigil.shared.Duty;
import org.vigil.shared.Page;
import org.vigil.shared.SubjectType;

/** Reads the log for the audit screen, newest first and by key. Values never leave the database for it. */
@Component
public class AuditQueries {

    private static final int RECORDS_OF_ONE_REFERENCE = 50;

    private final DSLContext dsl;

    AuditQueries(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** @param cursor {@link Page#next} of the page before, or null for the newest */
    public Page<AuditRow> page(AuditFilter filter, @Nullable String cursor, int size) {
        var wanted = condition(filter).and(AuditCursor.read(cursor).map(AuditQueries::before).orElse(noCondition()));
        var rows = (filter.reference() == null ? plainly(wanted, size + 1) : aboutRecord(filter, wanted, size + 1))
                .stream()
                .map(AuditQueries::listed)
                .toList();
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        var last = rows.get(size - 1);
        return new Page<>(rows.subList(0, size), new AuditCursor(last.at(), last.id()).text());
    }

    public Optional<AuditEntryView> entry(long id) {
        return dsl.selectFrom(AUDIT_ENTRY).where(AUDIT_ENTRY.ID.eq(id)).fetchOptional(this::view);
    }

    private List<AuditEntryRecord> plainly(Condition wanted, int limit) {
        return dsl.selectFrom(AUDIT_ENTRY)
                .where(wanted)
                .orderBy(AUDIT_ENTRY.AT.desc(), AUDIT_ENTRY.ID.desc())
                .limit(limit)
                .fetch();
    }

    /** Entries about the record, and entries that showed it: two indexes, so two parts. */
    private List<AuditEntryRecord> aboutRecord(AuditFilter filter, Condition wanted, int limit) {
        var records = records(filter);
        if (records.isEmpty()) {
            return List.of();
        }
        var id = field(name("hit", "id"), Long.class);
        Select<Record1<Long>> hits = select(AUDIT_ENTRY.ID.as("id"))
                .from(AUDIT_ENTRY)
                .where(row(AUDIT_ENTRY.SUBJECT_TYPE, AUDIT_ENTRY.SUBJECT_ID).in(records))
                .union(select(AUDIT_SHOWN.ENTRY_ID)
                        .from(AUDIT_SHOWN)
                        .where(row(AUDIT_SHOWN.SUBJECT_TYPE, AUDIT_SHOWN.SUBJECT_ID).in(records)));
        return dsl.select(AUDIT_ENTRY)
                .from(hits.asTable("hit"))
                .join(AUDIT_ENTRY)
                .on(AUDIT_ENTRY.ID.eq(id))
                .where(wanted)
                .orderBy(AUDIT_ENTRY.AT.desc(), AUDIT_ENTRY.ID.desc())
                .limit(limit)
                .fetch(Record1::value1);
    }

    private List<Row2<String, Long>> records(AuditFilter filter) {
        var reference = String.valueOf(filter.reference());
        var type = filter.type();
        var records = new ArrayList<Row2<String, Long>>(
                dsl.selectDistinct(AUDIT_ENTRY.SUBJECT_TYPE, AUDIT_ENTRY.SUBJECT_ID)
                        .from(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.SUBJECT_REFERENCE.eq(reference))
                        .and(type == null ? noCondition() : AUDIT_ENTRY.SUBJECT_TYPE.eq(type.name()))
                        .and(AUDIT_ENTRY.SUBJECT_ID.isNotNull())
                        .limit(RECORDS_OF_ONE_REFERENCE)
                        .fetch(found -> row(found.value1(), found.value2())));
        if (type != null && reference.matches("\\d{1,18}")) {
            records.add(row(type.name(), Long.valueOf(reference)));
        }
        return records;
    }

    private static Condition condition(AuditFilter filter) {
        var condition = noCondition();
        if (filter.username() != null) {
            condition = condition.and(AUDIT_ENTRY.USERNAME.eq(filter.username()));
        }
        if (filter.type() != null && filter.reference() == null) {
            condition = condition.and(AUDIT_ENTRY.SUBJECT_TYPE.eq(filter.type().name()));
        }
        if (filter.action() != null) {
            condition = condition.and(AUDIT_ENTRY.ACTION.eq(filter.action().name()));
        }
        if (filter.from() != null) {
            condition = condition.and(AUDIT_ENTRY.AT.ge(filter.from()));
        }
        return filter.to() == null ? condition : condition.and(AUDIT_ENTRY.AT.lt(filter.to()));
    }

    private static Condition before(AuditCursor cursor) {
        return AUDIT_ENTRY.AT.le(cursor.at())
                .and(AUDIT_ENTRY.AT.lt(cursor.at()).or(AUDIT_ENTRY.ID.lt(cursor.id())));
    }

    private static AuditRow listed(AuditEntryRecord entry) {
        return new AuditRow(
                entry.getId(),
                entry.getAt(),
                entry.getUsername(),
                Action.valueOf(entry.getAction()),
                subject(entry.getSubjectType(), entry.getSubjectId(), entry.getSubjectReference()),
                entry.getWhat(),
                entry.getPurpose());
    }

    private AuditEntryView view(AuditEntryRecord entry) {
        var detail = Detail.parse(entry.getDetail());
        var shown = shown(entry.getId());
        var place = EntryPlace.of(entry.getId());
        return new AuditEntryView(
                listed(entry),
                place.reference(),
                place.stream(),
                place.position(),
                List.of(entry.getDuties().split(",")).stream()
                        .filter(duty -> !duty.isEmpty())
                        .map(AuditQueries::duty)
                        .toList(),
                entry.getAddress(),
                fields(entry.getId(), detail),
                shown,
                detail.shown().values().stream().mapToInt(Set::size).sum(),
                entry.getPreviousHash(),
                entry.getHash());
    }

    private List<MaskedField> fields(long id, Detail detail) {
        var erased = dsl.select(AUDIT_VALUE.FIELD)
                .from(AUDIT_VALUE)
                .where(AUDIT_VALUE.ENTRY_ID.eq(id))
                .and(AUDIT_VALUE.ERASED_BY.isNotNull())
                .fetchSet(AUDIT_VALUE.FIELD);
        return detail.fields().stream()
                .map(field -> new MaskedField(
                        field.field(),
                        masked(field.before(), erased.contains(field.field())),
                        masked(field.after(), erased.contains(field.field()))))
                .toList();
    }

    private static Masked masked(@Nullable String hash, boolean erased) {
        return hash == null ? Masked.NONE : erased ? Masked.ERASED : Masked.HIDDEN;
    }

    private List<String> shown(long id) {
        var records = dsl.select(AUDIT_SHOWN.SUBJECT_TYPE, AUDIT_SHOWN.SUBJECT_ID)
                .from(AUDIT_SHOWN)
                .where(AUDIT_SHOWN.ENTRY_ID.eq(id))
                .orderBy(AUDIT_SHOWN.SUBJECT_TYPE, AUDIT_SHOWN.SUBJECT_ID)
                .limit(AuditEntryView.SHOWN_AT_MOST)
                .fetch();
        var references = references(records.map(found -> row(found.value1(), found.value2())));
        return records.map(found -> subject(
                found.value1(), found.value2(), references.get(found.value1() + ":" + found.value2())));
    }

    /** What people call records, as far as entries about them say. */
    private Map<String, String> references(List<Row2<String, Long>> records) {
        var references = new HashMap<String, String>();
        if (!records.isEmpty()) {
            dsl.select(AUDIT_ENTRY.SUBJECT_TYPE, AUDIT_ENTRY.SUBJECT_ID, max(AUDIT_ENTRY.SUBJECT_REFERENCE))
                    .from(AUDIT_ENTRY)
                    .where(row(AUDIT_ENTRY.SUBJECT_TYPE, AUDIT_ENTRY.SUBJECT_ID).in(records))
                    .groupBy(AUDIT_ENTRY.SUBJECT_TYPE, AUDIT_ENTRY.SUBJECT_ID)
                    .forEach(found -> references.put(found.value1() + ":" + found.value2(), found.value3()));
        }
        return references;
    }

    /** "Call C-2026-4711"; a kind of record that this version does not know keeps its name. */
    private static String subject(String type, @Nullable Long id, @Nullable String reference) {
        var label = type;
        for (var known : SubjectType.values()) {
            label = known.name().equals(type) ? known.label() : label;
        }
        if (reference == null || reference.isBlank()) {
            return id == null || id == 0 ? label : label + " no. " + id;
        }
        return reference.equals(label) ? label : label + " " + reference;
    }

    private static String duty(String name) {
        for (var known : Duty.values()) {
            if (known.name().equals(name)) {
                return known.label();
            }
        }
        return name;
    }
}
