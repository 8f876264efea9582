package org.vigil.audit.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.vigil.audit.Action;
import org.vigil.audit.AuditNote;
import org.vigil.audit.VerificationProgress;
import org.vigil.db.DatabaseAccess;
import org.vigil.db.embedded.EmbeddedMariaDb;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** An audit log in a schema of its own, held by its owner: what others write meanwhile is not in the way. */
final class OwnLog implements AutoCloseable {

    private static final List<String> TABLES = List.of("audit_entry", "audit_shown", "audit_value", "audit_stream");

    final Connection owner;
    final DSLContext sql;
    final AuditStore store;
    final AuditReader reader;
    final AnchorFile anchors;
    private final String schema;
    private final Connection root;

    OwnLog(EmbeddedMariaDb server, DatabaseAccess access, String schema, Path folder) throws SQLException {
        this.schema = schema;
        root = DriverManager.getConnection(access.url(), "root", server.secrets().rootPassword());
        var account = "'" + access.ownerUser() + "'@'127.0.0.1'";
        try (var statement = root.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + schema);
            statement.execute("CREATE DATABASE " + schema);
            statement.execute("GRANT ALL PRIVILEGES ON " + schema + ".* TO " + account);
            for (var table : TABLES) {
                statement.execute("CREATE TABLE " + schema + "." + table + " LIKE vigil." + table);
            }
            statement.execute("INSERT INTO " + schema + ".audit_stream"
                    + " SELECT seq, 0, SHA2(seq, 256), SHA2(seq, 256) FROM seq_0_to_15");
        }
        owner = DriverManager.getConnection(access.url(), access.ownerUser(), access.ownerPassword());
        owner.setCatalog(schema);
        owner.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        owner.setAutoCommit(false);
        sql = DSL.using(owner, SQLDialect.MARIADB, new Settings().withRenderSchema(false));
        store = new AuditStore(sql);
        reader = new AuditReader(sql);
        anchors = new AnchorFile(folder.resolve("anchors.log"));
    }

    /** Commits this many transactions of one to six notes each, with values and records shown. */
    void fill(int transactions, Random random) throws SQLException {
        for (var number = 0; number < transactions; number++) {
            var notes = new ArrayList<SignedNote>();
            for (var each = 1 + random.nextInt(6); each > 0; each--) {
                notes.add(new SignedNote(viewer(random), note(random)));
            }
            store.write(notes, null);
            owner.commit();
        }
    }

    void anchor() {
        anchors.append(ChainCheck.anchor(reader));
    }

    ChainCheck.Found check() {
        return new ChainCheck(reader, anchors, VerificationProgress.silent()).run();
    }

    private static Viewer viewer(Random random) {
        var id = 1 + random.nextInt(20);
        return new Viewer(
                (long) id, "officer" + id, "Officer " + id, Set.of(Duty.SUPERVISOR), null, Set.of(), "192.0.2." + id);
    }

    private static AuditNote note(Random random) {
        var call = new SubjectRef(SubjectType.INCIDENT, 1 + random.nextInt(50), "C-" + random.nextInt(50));
        var actions = List.of(Action.CREATE, Action.CHANGE, Action.VIEW, Action.SEARCH);
        var note = AuditNote.of(actions.get(random.nextInt(actions.size())), call, "Note " + random.nextInt(1000))
                .withPurpose(random.nextBoolean() ? "Call" : null);
        for (var field = random.nextInt(4); field > 0; field--) {
            note = note.withField("field" + field, random.nextBoolean() ? "was " + field : null, "is " + random.nextInt());
        }
        for (var shown = random.nextInt(4); shown > 0; shown--) {
            note = note.shown(new SubjectRef(SubjectType.INCIDENT, 100 + random.nextInt(500), "shown"));
        }
        return note;
    }

    @Override
    public void close() throws SQLException {
        owner.rollback();
        owner.close();
        try (var statement = root.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + schema);
        }
        root.close();
    }
}
