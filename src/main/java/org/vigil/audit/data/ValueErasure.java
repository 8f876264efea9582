package org.vigil.audit.data;

import static org.vigil.db.generated.Tables.AUDIT_ENTRY;
import static org.vigil.db.generated.Tables.AUDIT_VALUE;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.audit.AuditNote;
import org.vigil.audit.rules.EntryPlace;
import org.vigil.db.DatabaseAccess;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/**
 * Takes values out of the log as the schema's owner: the console's own database user could not. What was done, by whom
 * and when stays; each transaction's erasure is itself an entry, which the check looks for.
 */
@Component
public class ValueErasure {

    private static final int ENTRIES_AT_ONCE = 500;

    private final DatabaseAccess access;
    private final DSLContext console;

    ValueErasure(DatabaseAccess access, DSLContext console) {
        this.access = access;
        this.console = console;
    }

    /** Erases every value kept beside entries about a record; answers how many entries had some. */
    public int erase(SubjectRef record, String reason, String by) {
        return erase(record, null, reason, by);
    }

    /** The same of one field only, or of all where it is null. */
    public int erase(SubjectRef record, @Nullable String field, String reason, String by) {
        try (var connection = DriverManager.getConnection(access.url(), access.ownerUser(), access.ownerPassword())) {
            return erase(DSL.using(connection, SQLDialect.MARIADB, console.settings()), record, field, reason, by);
        } catch (SQLException problem) {
            throw new IllegalStateException("The values could not be erased: " + problem.getMessage(), problem);
        }
    }

    static int erase(DSLContext owner, SubjectRef record, @Nullable String field, String reason, String by) {
        var erased = 0;
        while (true) {
            var some = owner.transactionResult(inner -> eraseSome(inner.dsl(), record, field, reason, by));
            erased += some;
            if (some < ENTRIES_AT_ONCE) {
                return erased;
            }
        }
    }

    private static int eraseSome(DSLContext owner, SubjectRef record, @Nullable String field, String reason, String by) {
        var wanted = field == null ? DSL.noCondition() : AUDIT_VALUE.FIELD.eq(field);
        var entries = owner.selectDistinct(AUDIT_VALUE.ENTRY_ID)
                .from(AUDIT_ENTRY)
                .join(AUDIT_VALUE)
                .on(AUDIT_VALUE.ENTRY_ID.eq(AUDIT_ENTRY.ID))
                .where(AUDIT_ENTRY.SUBJECT_TYPE.eq(record.type().name()))
                .and(AUDIT_ENTRY.SUBJECT_ID.eq(record.id()))
                .and(AUDIT_VALUE.ERASED_BY.isNull())
                .and(wanted)
                .limit(ENTRIES_AT_ONCE)
                .fetch(AUDIT_VALUE.ENTRY_ID);
        if (entries.isEmpty()) {
            return 0;
        }
        var erasure = remember(owner, record, reason, by, entries);
        owner.update(AUDIT_VALUE)
                .set(AUDIT_VALUE.SALT, "")
                .setNull(AUDIT_VALUE.BEFORE_VALUE)
                .setNull(AUDIT_VALUE.AFTER_VALUE)
                .set(AUDIT_VALUE.ERASED_BY, erasure.id())
                .where(AUDIT_VALUE.ENTRY_ID.in(entries))
                .and(AUDIT_VALUE.ERASED_BY.isNull())
                .and(wanted)
                .execute();
        return entries.size();
    }

    private static EntryPlace remember(
            DSLContext owner, SubjectRef record, String reason, String by, List<Long> entries) {
        var what = "Values erased from " + entries.size() + " entries about " + record.type().label() + " "
                + record.reference() + ", by " + by;
        var note = AuditNote.delete(new SubjectRef(SubjectType.AUDIT, 0, "Audit log"), what)
                .withPurpose(reason)
                .shown(entries.stream()
                        .map(id -> new SubjectRef(SubjectType.AUDIT, id, EntryPlace.of(id).reference()))
                        .toList());
        var eraser = new Viewer(null, "database owner", by, Set.of(), null, Set.of(), "console");
        var head = new AuditStore(owner).write(List.of(new SignedNote(eraser, note)), null);
        return new EntryPlace(head.stream(), head.position());
    }
}
