package org.vigil.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences, instead of a page of stack trace, why the console could not start on its database. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final int ACCESS_DENIED = 1045;
    private static final int ACCESS_DENIED_TO_SCHEMA = 1044;
    private static final int UNKNOWN_DATABASE = 1049;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        var action = action(cause);
        return action == null
                ? null
                : new FailureAnalysis("The console could not open its database: " + cause.getMessage(), action, cause);
    }

    private static @Nullable String action(SQLException cause) {
        return switch (cause.getErrorCode()) {
            case ACCESS_DENIED, ACCESS_DENIED_TO_SCHEMA ->
                "Check VIGIL_DB_USER, VIGIL_DB_PASSWORD, VIGIL_DB_OWNER_USER and VIGIL_DB_OWNER_PASSWORD; docs/operations.md"
                        + " says which rights the two users need.";
            case UNKNOWN_DATABASE -> "Create the database that VIGIL_DB_URL names; docs/operations.md has the statement.";
            default ->
                // Class 08: the connection itself.
                cause.getSQLState() != null && cause.getSQLState().startsWith("08")
                        ? "Check that the server runs and that VIGIL_DB_URL names it; then start the console again."
                        : null;
        };
    }
}
