package org.vigil.audit.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.DatabaseAccess;
import org.vigil.db.embedded.EmbeddedMariaDb;
import org.vigil.testkit.VigilTest;

@VigilTest
class TamperTest {

    private static final int OF_EACH_KIND = 20;

    @Autowired
    private EmbeddedMariaDb server;

    @Autowired
    private DatabaseAccess access;

    @TempDir
    private Path folder;

    @Test
    void every_tampering_by_the_schemas_owner_is_found_and_its_first_entry_named() throws SQLException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        try (var log = new OwnLog(server, access, "audit_tampered", folder)) {
            log.anchor();
            log.fill(80, random);
            log.anchor();
            log.fill(80, random);
            log.anchor();
            assertThat(log.check().misfits()).isEmpty();

            var missed = new ArrayList<String>();
            for (var kind : Tampering.values()) {
                for (var time = 0; time < OF_EACH_KIND; time++) {
                    var expected = kind.apply(new Tampering.Owner(log, random));
                    var found = log.check();
                    log.owner.rollback();
                    var named = found.misfits().stream().map(misfit -> misfit.place()).toList();
                    if (found.misfits().size() != 1 || !named.getFirst().equals(expected)) {
                        missed.add(kind + ": " + expected + " but found " + found.misfits());
                    }
                }
            }
            assertThat(missed).as("seed " + seed).isEmpty();
            assertThat(Tampering.values().length * OF_EACH_KIND).isGreaterThanOrEqualTo(200);
            assertThat(log.check().misfits()).isEmpty();
        }
    }
}
