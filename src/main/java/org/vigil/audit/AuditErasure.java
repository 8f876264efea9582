package org.vigil.audit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;
import org.vigil.audit.data.ValueErasure;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/**
 * Erases the values that the log keeps about one record, where retention or a court wants them gone: run by whoever
 * runs the server, with {@code --vigil.audit.erase.record=INCIDENT:4711} and its companions, never from a screen. For people
 * who were erased on their screen a job does it ({@link LoggedValues}). What was done, by whom, when and to which fields
 * stays, and the log still verifies.
 */
@Component
@ConditionalOnProperty("vigil.audit.erase.record")
class AuditErasure implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(AuditErasure.class);

    private final AuditProperties properties;
    private final ValueErasure erasure;
    private final AuditVerifier verifier;
    private final ConfigurableApplicationContext console;

    AuditErasure(
            AuditProperties properties,
            ValueErasure erasure,
            AuditVerifier verifier,
            ConfigurableApplicationContext console) {
        this.properties = properties;
        this.erasure = erasure;
        this.verifier = verifier;
        this.console = console;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var asked = properties.erase();
        var record = record(asked.record());
        var erased = erasure.erase(record, needed("reason", asked.reason()), needed("by", asked.by()));
        LOG.warn("Audit values erased from {} entries about {}", erased, asked.record());
        verifier.verify(Viewer.engine(), VerificationProgress.silent());
        console.close();
    }

    /** Reads "INCIDENT:4711". */
    static SubjectRef record(@Nullable String text) {
        try {
            var parts = String.valueOf(text).split(":", 2);
            return new SubjectRef(SubjectType.valueOf(parts[0]), Long.parseLong(parts[1]), parts[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            throw new InvalidInputException(
                    "vigil.audit.erase.record", "Name the record by kind and key, as in INCIDENT:4711, not: " + text);
        }
    }

    private static String needed(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidInputException(
                    "vigil.audit.erase." + name, "An erasure needs --vigil.audit.erase." + name + "=…, for the log");
        }
        return value;
    }
}
