package org.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.vigil.audit.data.AnchorFile;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.testkit.Databases;
import org.vigil.testkit.VigilTest;

@VigilTest
class AuditVerifierTest {

    private static final Viewer VIEWER = new Viewer(null, "verifier-test", "A tester", Set.of(), null, Set.of(), "test");
    private static final SubjectRef CALL = new SubjectRef(SubjectType.INCIDENT, 12, "C-12");

    @Autowired
    private AuditLog log;

    @Autowired
    private AuditAnchor anchor;

    @Autowired
    private AnchorFile file;

    @Autowired
    private AuditVerifier verifier;

    @Autowired
    private Databases databases;

    @Autowired
    private ConfigurableApplicationContext console;

    @Test
    void an_anchor_that_was_taken_is_compared_at_the_next_verification() {
        log.record(VIEWER, AuditNote.view(CALL, "Before the anchor"));
        anchor.take();
        assertThat(file.path()).exists();
        log.record(VIEWER, AuditNote.view(CALL, "After the anchor"));

        var result = verifier.verify(VIEWER, VerificationProgress.silent());
        assertThat(result.problem()).isNull();
        assertThat(result.anchors()).isPositive();
        assertThat(result.words()).contains("it agrees with ");
    }

    @Test
    void a_log_that_does_not_fit_is_told_in_plain_words_kept_and_made_known() throws SQLException {
        log.record(VIEWER, AuditNote.view(CALL, "To be tampered with"));
        var heard = new ArrayList<ChainBroken>();
        ApplicationListener<PayloadApplicationEvent<?>> ear = event -> {
            if (event.getPayload() instanceof ChainBroken broken) {
                heard.add(broken);
            }
        };
        console.addApplicationListener(ear);
        var id = newest();
        try {
            rename(id, "tampered");
            var result = verifier.verify(VIEWER, VerificationProgress.silent());

            assertThat(result.intact()).isFalse();
            assertThat(result.firstBadEntry()).isEqualTo(id);
            assertThat(result.words())
                    .isEqualTo("Entry %d (stream %d, position %d) does not fit: its text does not give its hash, so it was changed."
                            .formatted(id, result.firstBadStream(), result.firstBadPosition()));
            assertThat(verifier.last()).contains(result);
            assertThat(heard).extracting(ChainBroken::problem).containsExactly(result.words());
        } finally {
            rename(id, "verifier-test");
            console.getBean(ApplicationEventMulticaster.class).removeApplicationListener(ear);
        }
        assertThat(verifier.verify(VIEWER, VerificationProgress.silent()).problem())
                .isNull();
    }

    private long newest() throws SQLException {
        try (var owner = databases.asOwner();
                var sql = owner.createStatement();
                var found = sql.executeQuery("SELECT id FROM audit_entry WHERE username = 'verifier-test' AND what ="
                        + " 'To be tampered with' ORDER BY at DESC LIMIT 1")) {
            found.next();
            return found.getLong(1);
        }
    }

    private void rename(long id, String username) throws SQLException {
        try (var owner = databases.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("UPDATE audit_entry SET username = '" + username + "' WHERE id = " + id);
        }
    }
}
