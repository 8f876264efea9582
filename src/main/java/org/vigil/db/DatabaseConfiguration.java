package org.vigil.db;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.TimeZone;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.vigil.db.embedded.EmbeddedMariaDb;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
@EnableTransactionManagement
class DatabaseConfiguration {

    static {
        // The driver writes a local date-time through the JVM's zone: in London an hour of each March does not exist.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @Bean
    DatabaseAccess databaseAccess(DatabaseProperties properties, @Nullable EmbeddedMariaDb embedded) {
        if (embedded != null) {
            return new DatabaseAccess(
                    DatabaseAccess.withOptions(embedded.url()),
                    embedded.secrets().user(),
                    embedded.secrets().password(),
                    embedded.secrets().ownerUser(),
                    embedded.secrets().ownerPassword(),
                    true);
        }
        var server = properties.db();
        return new DatabaseAccess(
                DatabaseAccess.withOptions(Objects.requireNonNull(server.url())),
                needed(server.user(), "VIGIL_DB_USER"),
                needed(server.password(), "VIGIL_DB_PASSWORD"),
                needed(server.owner().user(), "VIGIL_DB_OWNER_USER"),
                needed(server.owner().password(), "VIGIL_DB_OWNER_PASSWORD"),
                false);
    }

    private static String needed(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("VIGIL_DB_URL is set, so " + name + " is needed too: the console works as one"
                    + " user and migrates as another (see docs/operations.md).");
        }
        return value;
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(DatabaseAccess access) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return access.user();
            }

            @Override
            public String getPassword() {
                return access.password();
            }

            @Override
            public String getJdbcUrl() {
                return access.url();
            }
        };
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(DatabaseAccess access) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return access.ownerUser();
            }

            @Override
            public String getPassword() {
                return access.ownerPassword();
            }

            @Override
            public String getJdbcUrl() {
                return access.url();
            }
        };
    }

    @Bean
    FlywayMigrationStrategy migrateThenGrant(DatabaseAccess access) {
        return (Flyway flyway) -> {
            flyway.migrate();
            new Grants(access).apply();
        };
    }

    @Bean
    DefaultConfigurationCustomizer jooqSettings() {
        return configuration -> configuration
                .settings()
                // MariaDB can't use an index for (a, b) > (?, ?): the expanded form is ten thousand times faster.
                .withRenderRowConditionForSeekClause(false)
                // Set once on the connection instead: per statement it would need several statements in one.
                .withRenderGroupConcatMaxLenSessionVariable(false)
                .withRenderSchema(false);
    }

    @Bean
    Clock clock(DatabaseProperties properties) {
        var offset = properties.clock().offset();
        if (properties.ownServer() && !offset.isZero()) {
            throw new IllegalStateException("vigil.clock.offset is for demonstrations and tests: it is refused with"
                    + " VIGIL_DB_URL.");
        }
        return offset.equals(Duration.ZERO) ? Clock.systemUTC() : Clock.offset(Clock.systemUTC(), offset);
    }
}
