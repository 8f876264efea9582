package org.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigil.db.Transactions;
import org.vigil.db.generated.Tables;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.testkit.VigilTest;

@VigilTest
class AuditLogTest {

    private static final SubjectRef CALL = new SubjectRef(SubjectType.INCIDENT, 4711, "C-2026-4711");

    @Autowired
    private AuditLog log;

    @Autowired
    private AuditVerifier verifier;

    @Autowired
    private Transactions transactions;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private DSLContext sql;

    private final Viewer viewer = new Viewer(
            1L,
            "t-" + UUID.randomUUID().toString().substring(0, 12),
            "A tester",
            Set.of(Duty.SUPERVISOR, Duty.CALLS),
            null,
            Set.of(),
            "192.0.2.7");

    @Test
    void an_entry_says_who_in_which_duties_did_what_to_what_when_why_and_from_where() {
        var before = Instant.now().minusSeconds(5);
        log.record(
                viewer,
                AuditNote.change(CALL, "Grade changed")
                        .withPurpose("Call C-2026-4711")
                        .withField("grade", "PRIORITY", "IMMEDIATE")
                        .shown(new SubjectRef(SubjectType.ALERT, 9, "A-9")));

        var entry = sql.selectFrom(Tables.AUDIT_ENTRY)
                .where(Tables.AUDIT_ENTRY.USERNAME.eq(viewer.username()))
                .fetchSingle();
        assertThat(entry.getAccountId()).isEqualTo(1);
        assertThat(entry.getDuties()).isEqualTo("CALLS,SUPERVISOR");
        assertThat(entry.getAction()).isEqualTo("CHANGE");
        assertThat(entry.getSubjectType()).isEqualTo("INCIDENT");
        assertThat(entry.getSubjectId()).isEqualTo(4711);
        assertThat(entry.getSubjectReference()).isEqualTo("C-2026-4711");
        assertThat(entry.getWhat()).isEqualTo("Grade changed");
        assertThat(entry.getPurpose()).isEqualTo("Call C-2026-4711");
        assertThat(entry.getAddress()).isEqualTo("192.0.2.7");
        assertThat(entry.getAt()).isBetween(before, Instant.now().plusSeconds(5));
        assertThat(entry.getDetail())
                .contains("field grade ", "shown ALERT 9")
                .doesNotContain("PRIORITY", "IMMEDIATE");
        var value = sql.selectFrom(Tables.AUDIT_VALUE)
                .where(Tables.AUDIT_VALUE.ENTRY_ID.eq(entry.getId()))
                .fetchSingle();
        assertThat(value.getBeforeValue()).isEqualTo("PRIORITY");
        assertThat(value.getAfterValue()).isEqualTo("IMMEDIATE");
    }

    @Test
    void a_thousand_notes_of_one_transaction_are_written_in_their_order_when_it_commits() {
        transactions.run(() -> {
            for (var number = 1; number <= 1000; number++) {
                log.record(viewer, AuditNote.create(CALL, "Call " + number).withField("grade", null, number));
            }
            assertThat(written()).isEmpty();
        });

        assertThat(written()).containsExactlyElementsOf(numbered("Call ", 1000));
        var entries = sql.selectFrom(Tables.AUDIT_ENTRY)
                .where(Tables.AUDIT_ENTRY.USERNAME.eq(viewer.username()))
                .orderBy(Tables.AUDIT_ENTRY.ID)
                .fetch();
        assertThat(entries.getLast().getPosition() - entries.getFirst().getPosition())
                .isEqualTo(999);
        assertThat(entries.getValues(Tables.AUDIT_ENTRY.STREAM)).containsOnly(entries.getFirst().getStream());
        assertThat(verifier.verify(Viewer.engine(), VerificationProgress.silent()).problem())
                .isNull();
    }

    @Test
    void nothing_is_remembered_of_what_was_rolled_back_but_the_refusal() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    log.record(viewer, AuditNote.change(CALL, "Changed"));
                    log.record(viewer, AuditNote.refused(CALL, "Not allowed to close"));
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");

        assertThat(written()).containsExactly("Not allowed to close");
    }

    @Test
    void an_inner_transaction_of_its_own_keeps_its_notes_whatever_becomes_of_the_outer() {
        var inner = new TransactionTemplate(manager);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        assertThatThrownBy(() -> transactions.run(() -> {
                    log.record(viewer, AuditNote.change(CALL, "Outer before"));
                    inner.executeWithoutResult(status -> log.record(viewer, AuditNote.change(CALL, "Inner")));
                    log.record(viewer, AuditNote.change(CALL, "Outer after"));
                    throw new IllegalStateException("outer fails");
                }))
                .hasMessage("outer fails");
        assertThat(written()).containsExactly("Inner");
    }

    @Test
    void work_that_joins_a_transaction_is_written_with_it_in_order() {
        transactions.run(() -> {
            log.record(viewer, AuditNote.change(CALL, "One"));
            transactions.run(() -> log.record(viewer, AuditNote.change(CALL, "Two")));
            log.record(viewer, AuditNote.change(CALL, "Three"));
            assertThat(written()).isEmpty();
        });
        assertThat(written()).containsExactly("One", "Two", "Three");
    }

    @Test
    void what_is_rolled_back_to_a_savepoint_leaves_no_note() {
        var nested = new TransactionTemplate(manager);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        transactions.run(() -> {
            nested.executeWithoutResult(status -> {
                log.record(viewer, AuditNote.change(CALL, "First try, taken back"));
                status.setRollbackOnly();
            });
            log.record(viewer, AuditNote.change(CALL, "Kept"));
            nested.executeWithoutResult(status -> {
                log.record(viewer, AuditNote.change(CALL, "Second try, taken back"));
                status.setRollbackOnly();
            });
            nested.executeWithoutResult(status -> log.record(viewer, AuditNote.change(CALL, "Third try")));
        });
        assertThat(written()).containsExactly("Kept", "Third try");
    }

    @Test
    void a_view_inside_a_read_only_transaction_is_written_all_the_same() {
        var reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
        reading.executeWithoutResult(status -> log.record(viewer, AuditNote.view(CALL, "Opened")));
        assertThat(written()).containsExactly("Opened");
    }

    @Test
    void work_at_the_very_end_of_a_commit_can_still_add_a_note() {
        transactions.run(() -> {
            log.record(viewer, AuditNote.change(CALL, "Early"));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public int getOrder() {
                    return 200;
                }

                @Override
                public void beforeCommit(boolean readOnly) {
                    log.record(viewer, AuditNote.change(CALL, "Late"));
                }
            });
        });
        assertThat(written()).containsExactly("Early", "Late");
    }

    @Test
    void hostile_text_is_kept_so_that_it_still_gives_its_hash() {
        var broken = "\uD800 half a pair \uDC00\uD800";
        var hostile = new Viewer(null, viewer.username(), "x", Set.of(), null, Set.of(), "a\nb\u0000c" + "9".repeat(100));
        log.record(
                hostile,
                AuditNote.refused(
                                new SubjectRef(SubjectType.SESSION, 0, "<img onerror=x>" + "r".repeat(200)),
                                "😀".repeat(400) + broken)
                        .withField("a field\twith blanks", broken, "x".repeat(70_000) + "\u0000😀")
                        .withField("A FIELD\tWITH BLANKS", "é", "e")
                        .withField("", " trailing ", ""));
        assertThat(written()).hasSize(1);
        assertThat(verifier.verify(Viewer.engine(), VerificationProgress.silent()).problem())
                .isNull();
    }

    @Test
    void eight_writers_at_once_neither_deadlock_nor_leave_a_gap() throws Exception {
        Callable<Integer> writing = () -> {
            for (var round = 0; round < 200; round++) {
                var number = round;
                transactions.run(() -> {
                    log.record(viewer, AuditNote.change(CALL, "Round").withField("n", number, number + 1));
                    if (number % 3 == 0) {
                        log.record(viewer, AuditNote.view(CALL, "Second").shown(CALL));
                    }
                    if (number % 10 == 0) {
                        log.record(viewer, AuditNote.refused(CALL, "Refused"));
                    }
                });
            }
            return 200 + 67 + 20;
        };
        try (var threads = Executors.newFixedThreadPool(8)) {
            var done = threads.invokeAll(IntStream.range(0, 8).mapToObj(each -> writing).toList());
            var expected = 0;
            for (var each : done) {
                expected += each.get();
            }
            assertThat(written()).hasSize(expected);
        }
        var result = verifier.verify(Viewer.engine(), VerificationProgress.silent());
        assertThat(result.problem()).isNull();
        assertThat(sql.selectDistinct(Tables.AUDIT_ENTRY.STREAM)
                        .from(Tables.AUDIT_ENTRY)
                        .where(Tables.AUDIT_ENTRY.USERNAME.eq(viewer.username()))
                        .fetch())
                .hasSizeGreaterThan(8);
    }

    @Test
    void with_every_stream_taken_a_writer_waits_for_one_and_then_writes() throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var waiting = transactions.call(() -> {
                sql.selectFrom(Tables.AUDIT_STREAM).forUpdate().fetch();
                var started = threads.submit(() -> log.record(viewer, AuditNote.view(CALL, "Waited")));
                assertThatThrownBy(() -> started.get(300, java.util.concurrent.TimeUnit.MILLISECONDS))
                        .isInstanceOf(java.util.concurrent.TimeoutException.class);
                return started;
            });
            waiting.get(20, java.util.concurrent.TimeUnit.SECONDS);
        }
        assertThat(written()).containsExactly("Waited");
    }

    @Test
    void a_busy_stream_is_passed_by() {
        var held = new TransactionTemplate(manager);
        held.executeWithoutResult(status -> {
            sql.selectFrom(Tables.AUDIT_STREAM)
                    .where(Tables.AUDIT_STREAM.STREAM.ne((short) 7))
                    .forUpdate()
                    .fetch();
            var own = new TransactionTemplate(manager);
            own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            own.setTimeout((int) Duration.ofSeconds(5).toSeconds());
            own.executeWithoutResult(inner -> log.record(viewer, AuditNote.view(CALL, "Passed by")));
        });
        assertThat(sql.select(Tables.AUDIT_ENTRY.STREAM)
                        .from(Tables.AUDIT_ENTRY)
                        .where(Tables.AUDIT_ENTRY.USERNAME.eq(viewer.username()))
                        .fetch(DSL.field("stream", Short.class)))
                .containsExactly((short) 7);
    }

    private List<String> written() {
        return sql.select(Tables.AUDIT_ENTRY.WHAT)
                .from(Tables.AUDIT_ENTRY)
                .where(Tables.AUDIT_ENTRY.USERNAME.eq(viewer.username()))
                .orderBy(Tables.AUDIT_ENTRY.AT, Tables.AUDIT_ENTRY.ID)
                .fetch(Tables.AUDIT_ENTRY.WHAT);
    }

    private static List<String> numbered(String what, int upTo) {
        return IntStream.rangeClosed(1, upTo).mapToObj(number -> what + number).toList();
    }
}
