package org.vigil.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.vigil.alert.data.AlertOutbox;
import org.vigil.db.Transactions;
import org.vigil.shared.jobs.JobCounts;

/**
 * Sends the e-mail that says no more than that the console needs someone: a mailbox is no place for what is in an alert.
 * At least once: what could not be sent is tried again, later each time, and an e-mail that was sent just before a node
 * died is sent again.
 */
@Component
@EnableConfigurationProperties(AlertMailProperties.class)
public class AlertMailer {

    static final String SUBJECT = "Vigil needs someone";
    static final String TEXT = """
            The police console Vigil has an alert, and nobody who was called has the console open.

            Please sign in to the console. This message holds no details on purpose.
            """;

    private static final Logger LOG = LoggerFactory.getLogger(AlertMailer.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(20);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    private final AlertOutbox outbox;
    private final AlertMailProperties properties;
    private final ObjectProvider<JavaMailSender> sender;
    private final Transactions transactions;

    AlertMailer(
            AlertOutbox outbox,
            AlertMailProperties properties,
            ObjectProvider<JavaMailSender> sender,
            Transactions transactions) {
        this.outbox = outbox;
        this.properties = properties;
        this.sender = sender;
        this.transactions = transactions;
    }

    /** Why no e-mail can go out, as a sentence for the administrator; empty when it can. */
    public Optional<String> missing() {
        if (properties.mailTo().isEmpty()) {
            return Optional.of("vigil.alert.mail-to is not set: nobody is told by e-mail when no one is at the console.");
        }
        return sender.getIfAvailable() == null
                ? Optional.of("spring.mail.host is not set: nobody is told by e-mail when no one is at the console.")
                : Optional.empty();
    }

    /** Sends what is wanted by {@code now}, each in its own transaction; does nothing while e-mail is not set up. */
    public JobCounts run(Instant now) {
        var mail = sender.getIfAvailable();
        if (missing().isPresent() || mail == null) {
            return JobCounts.NONE;
        }
        var at = now.truncatedTo(ChronoUnit.MICROS);
        var sent = 0;
        var failed = 0;
        while (true) {
            var outcome = transactions.call(() -> sendOne(mail, at));
            if (outcome == null) {
                return new JobCounts(sent + failed, sent, failed);
            }
            sent += outcome ? 1 : 0;
            failed += outcome ? 0 : 1;
        }
    }

    private @Nullable Boolean sendOne(JavaMailSender mail, Instant now) {
        var next = outbox.lockDue(now, 1).stream().findFirst().orElse(null);
        if (next == null) {
            return null;
        }
        try {
            mail.send(message());
            outbox.sent(next.id(), now);
            return true;
        } catch (MailException problem) {
            LOG.warn("An e-mail could not be sent and is tried again: {}", problem.toString());
            outbox.failed(next.id(), String.valueOf(problem.getMessage()), now.plus(pause(next.attempts())));
            return false;
        }
    }

    private static Duration pause(int attempts) {
        var pause = FIRST_RETRY.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause;
    }

    private SimpleMailMessage message() {
        var message = new SimpleMailMessage();
        message.setTo(properties.mailTo().toArray(String[]::new));
        if (properties.mailFrom() != null) {
            message.setFrom(properties.mailFrom());
        }
        message.setSubject(SUBJECT);
        message.setText(TEXT);
        return message;
    }
}
