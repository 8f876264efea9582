package org.vigil.faults;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** A force with one district and two beats, a feed and a supervisor, written straight into an empty database. */
public final class TestForce {

    public static final String PASSWORD = "bench correct horse battery";
    public static final String FEED = "bench-feed";
    public static final String SUPERVISOR = "bench-supervisor";

    private static final String BEAT = "B1";

    private TestForce() {}

    /** Makes the areas and the accounts. */
    public static void settle(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.executeUpdate("INSERT INTO area (id, parent_id, kind, code, name) VALUES"
                    + " (1, NULL, 'FORCE', 'F', 'Benchshire'), (2, 1, 'DISTRICT', 'D1', 'North'),"
                    + " (3, 2, 'BEAT', 'B1', 'Ashby'), (4, 2, 'BEAT', 'B2', 'Brook')");
        }
        account(owner, FEED, "MACHINE", "FEED");
        account(owner, SUPERVISOR, "PERSON", "SUPERVISOR");
    }

    private static void account(Connection owner, String username, String kind, String duty) throws SQLException {
        var hash = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(PASSWORD);
        try (var insert = owner.prepareStatement("INSERT INTO account (username, display_name, kind, password_hash,"
                        + " signed_on_since, created_at) VALUES (?, ?, ?, ?, utc_timestamp(6), utc_timestamp(6))");
                var hold = owner.prepareStatement(
                        "INSERT INTO account_duty (account_id, duty) SELECT id, ? FROM account WHERE username = ?")) {
            insert.setString(1, username);
            insert.setString(2, "Bench " + duty.toLowerCase(Locale.ROOT));
            insert.setString(3, kind);
            insert.setString(4, hash);
            insert.executeUpdate();
            hold.setString(1, duty);
            hold.setString(2, username);
            hold.executeUpdate();
        }
    }

    /** One call in the API's words, received minutes ago on one of the force's beats. */
    public static String call(String reference) {
        var now = Clock.systemUTC().instant();
        return """
                {"source":"CAD","reference":"%s","changedAt":"%s","receivedAt":"%s","createdAt":"%s","gradedAt":"%s",
                 "grade":"IMMEDIATE","domesticAbuse":true,"openingCode":"DA-VIOLENCE",
                 "description":"Caller reports shouting next door.",
                 "address":{"line":"1 Bench Street","postcode":"ZZ99 9ZZ","locality":"URBAN"},"area":"%s",
                 "callerType":"THIRD_PARTY","callTakerTeam":"Team A","childrenPresent":false,
                 "parties":[{"role":"VICTIM","givenName":"Pat","familyName":"Bench","dateOfBirth":"1990-01-01"},
                            {"role":"SUSPECT","givenName":"Sam","familyName":"Bench"}]}
                """
                .formatted(reference, now, minutesAgo(now, 3), minutesAgo(now, 2), minutesAgo(now, 1), BEAT);
    }

    /** The calls as the body of one request, and the feed's credentials with it. */
    public static HttpRequest post(String console, List<String> references, Duration timeout) {
        var credentials = Base64.getEncoder().encodeToString((FEED + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(console + "/api/v1/incidents"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .timeout(timeout)
                .POST(HttpRequest.BodyPublishers.ofString(
                        references.stream().map(TestForce::call).collect(Collectors.joining(",", "[", "]"))))
                .build();
    }

    private static Instant minutesAgo(Instant now, int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }
}
