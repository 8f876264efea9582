package org.vigil.audit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.db.generated.Tables.AUDIT_ENTRY;
import static org.vigil.db.generated.Tables.AUDIT_VALUE;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.audit.AuditNote;
import org.vigil.db.DatabaseAccess;
import org.vigil.db.embedded.EmbeddedMariaDb;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.testkit.VigilTest;

@VigilTest
class ValueErasureTest {

    private static final SubjectRef CALL = new SubjectRef(SubjectType.INCIDENT, 4711, "C-4711");

    @Autowired
    private EmbeddedMariaDb server;

    @Autowired
    private DatabaseAccess access;

    @Autowired
    private ValueErasure erasure;

    @TempDir
    private Path folder;

    @Test
    void the_owner_can_erase_a_records_values_and_the_log_still_fits() throws SQLException {
        try (var log = new OwnLog(server, access, "audit_erased", folder)) {
            log.fill(20, new Random(1));
            write(log, 1_100);
            log.anchor();
            var before = log.sql.fetchCount(AUDIT_VALUE, AUDIT_VALUE.ERASED_BY.isNull());

            var erased = ValueErasure.erase(log.sql, CALL, null, "Retention review 113", "J. Hale");
            log.owner.commit();

            assertThat(erased).isEqualTo(1_100);
            assertThat(log.sql.fetchCount(AUDIT_VALUE, AUDIT_VALUE.ERASED_BY.isNull()))
                    .isEqualTo(before - 1_100);
            assertThat(log.sql.fetchCount(AUDIT_VALUE, AUDIT_VALUE.AFTER_VALUE.like("secret%")))
                    .isZero();
            assertThat(log.sql.fetchCount(
                            AUDIT_VALUE, AUDIT_VALUE.ERASED_BY.isNotNull().and(AUDIT_VALUE.SALT.ne(""))))
                    .isZero();
            assertThat(log.sql.selectFrom(AUDIT_ENTRY)
                            .where(AUDIT_ENTRY.ACTION.eq("DELETE"))
                            .and(AUDIT_ENTRY.WHAT.contains("J. Hale"))
                            .fetch(AUDIT_ENTRY.PURPOSE))
                    .containsExactly("Retention review 113", "Retention review 113", "Retention review 113");
            assertThat(log.check().misfits()).isEmpty();

            assertThat(ValueErasure.erase(log.sql, CALL, null, "Once more", "J. Hale")).isZero();

            log.sql.execute("UPDATE audit_value SET after_value = 'secret again' WHERE erased_by IS NOT NULL LIMIT 1");
            assertThat(log.check().misfits())
                    .hasSize(1)
                    .allSatisfy(misfit -> assertThat(misfit.problem()).contains("marked as erased, and holds values"));
        }
    }

    @Test
    void the_console_reaches_the_owner_for_it() {
        assertThat(erasure.erase(new SubjectRef(SubjectType.INCIDENT, -1, "none"), "Nothing to do", "A tester"))
                .isZero();
    }

    private static void write(OwnLog log, int entries) throws SQLException {
        var viewer = new Viewer(7L, "eraser-test", "A tester", Set.of(), null, Set.of(), "test");
        log.store.write(
                IntStream.range(0, entries)
                        .mapToObj(n -> new SignedNote(
                                viewer, AuditNote.change(CALL, "Changed").withField("phone", null, "secret " + n)))
                        .toList(),
                null);
        log.owner.commit();
    }
}
