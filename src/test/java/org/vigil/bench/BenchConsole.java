package org.vigil.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigil.VigilApplication;
import org.vigil.faults.FaultDatabase;
import org.vigil.security.ConsoleUser;
import org.vigil.security.StaffDirectory;

/** The whole console in the bench's own process with its engine off, to call what its screens call. */
final class BenchConsole implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private BenchConsole(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** With an empty database of its own. */
    static BenchConsole start(Path folder) {
        return new BenchConsole(new SpringApplicationBuilder(VigilApplication.class)
                .run("--vigil.data-dir=" + folder, "--vigil.demo.data=none", "--vigil.engine.start=false",
                        "--server.port=0"));
    }

    /** On a server of its own, which the console migrates. */
    static BenchConsole start(Path folder, FaultDatabase database) {
        var server = database.environment();
        return new BenchConsole(new SpringApplicationBuilder(VigilApplication.class)
                .run("--vigil.data-dir=" + folder.resolve("data"), "--vigil.engine.start=false", "--server.port=0",
                        "--vigil.db.url=" + server.get("VIGIL_DB_URL"),
                        "--vigil.db.user=" + server.get("VIGIL_DB_USER"),
                        "--vigil.db.password=" + server.get("VIGIL_DB_PASSWORD"),
                        "--vigil.db.owner.user=" + server.get("VIGIL_DB_OWNER_USER"),
                        "--vigil.db.owner.password=" + server.get("VIGIL_DB_OWNER_PASSWORD")));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A connection as the console has them. */
    Connection connect() throws SQLException {
        return bean(DataSource.class).getConnection();
    }

    /** Does something as the account of this name, who stays signed in until the next one. */
    <T> T as(String username, Supplier<T> work) {
        var account = bean(StaffDirectory.class).byUsername(username).orElseThrow();
        var security = SecurityContextHolder.createEmptyContext();
        security.setAuthentication(ConsoleUser.signedIn(account, "127.0.0.1"));
        SecurityContextHolder.setContext(security);
        return work.get();
    }

    @Override
    public void close() {
        SecurityContextHolder.clearContext();
        context.close();
    }
}
