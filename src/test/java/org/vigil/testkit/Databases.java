package org.vigil.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.vigil.db.DatabaseAccess;

/** Plain connections to the test's database, beside the console: what an oracle or an attacker would hold. */
public final class Databases {

    private final DatabaseAccess access;

    public Databases(DatabaseAccess access) {
        this.access = access;
    }

    /** As the user that the console works as: append-only tables refuse it changes. */
    public Connection asConsole() throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    /** As the schema's owner, who can do everything. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(access.url(), access.ownerUser(), access.ownerPassword());
    }
}
