package org.vigil.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
    /** What could not even be tried for this long says nothing about who is at the console now. */
    private static final Duration NEWS_FOR = Duration.ofHours(1);
    /** Longer than a mail server is waited for; a node that dies meanwhile leaves the e-mail to the next after it. */
    private static final Duration CLAIMED_FOR = Duration.ofMinutes(1);

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

    /**
     * Sends one e-mail for all that is wanted by {@code now}: what is wanted is claimed first and marked afterwards, so that
     * nothing in the database waits for a mail server. Does nothing while e-mail is not set up.
     */
    public JobCounts run(Instant now) {
        var mail = sender.getIfAvailable();
        if (missing().isPresent() || mail == null) {
            return JobCounts.NONE;
        }
        var at = now.truncatedTo(ChronoUnit.MICROS);
        var wanted = transactions.call(() -> {
            outbox.expire(at.minus(NEWS_FOR), "Not sent: it was wanted before e-mail was set up");
            return outbox.claim(at, at.plus(CLAIMED_FOR));
        });
        if (wanted.isEmpty()) {
            return JobCounts.NONE;
        }
        var ids = wanted.stream().map(AlertOutbox.Mail::id).toList();
        try {
            mail.send(message());
        } catch (MailException problem) {
            LOG.warn("An e-mail could not be sent and is tried again: {}", problem.toString());
            var attempts = wanted.stream().mapToInt(AlertOutbox.Mail::attempts).max().orElse(0);
            transactions.run(() ->
                    outbox.failed(ids, String.valueOf(problem.getMessage()), at.plus(pause(attempts))));
            return new JobCounts(wanted.size(), 0, 1);
        }
        transactions.run(() -> outbox.sent(ids, at));
        return new JobCounts(wanted.size(), 1, 0);
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
