package org.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigil.alert.AlertFixture.alert;
import static org.vigil.alert.AlertFixture.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleTrigger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Status;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.vigil.alert.data.AlertOutbox;
import org.vigil.db.Transactions;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.jobs.JobCounts;
import org.vigil.testkit.Databases;
import org.vigil.testkit.VigilTest;

@VigilTest
class AlertMailerTest {

    private static final Instant NOW = Instant.parse("2026-03-03T14:10:00Z");
    private static final AlertMailProperties TO_THE_DESK =
            new AlertMailProperties(List.of("duty.desk@force.example"), "vigil@force.example");

    @Autowired
    private AlertOutbox outbox;

    @Autowired
    private AlertRaiser raiser;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    @Autowired
    private AreaService areas;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private Environment environment;

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private AlertMailHealthIndicator health;

    private AlertFixture fixture;

    @BeforeEach
    void nobody_is_there_and_an_alert_is_raised() {
        fixture = new AlertFixture(databases, staff, areas);
        fixture.everybodyGoesHome();
        transactions.run(() -> raiser.raise(List.of(alert(key(), null)), NOW));
    }

    @Test
    void an_e_mail_goes_out_once_and_holds_nothing_of_the_alert() {
        var post = new Post();
        var mailer = mailer(TO_THE_DESK, post);

        assertThat(mailer.run(NOW)).isEqualTo(new JobCounts(1, 1, 0));
        assertThat(mailer.run(NOW.plusSeconds(3600))).isEqualTo(JobCounts.NONE);

        assertThat(post.sent).singleElement().satisfies(mail -> {
            assertThat(mail.getTo()).containsExactly("duty.desk@force.example");
            assertThat(mail.getFrom()).isEqualTo("vigil@force.example");
            assertThat(mail.getSubject() + mail.getText()).contains("sign in").doesNotContain("CAD-7", "Late");
        });
    }

    @Test
    void what_can_not_be_sent_is_tried_again_and_later_each_time() {
        var post = new Post();
        var mailer = mailer(TO_THE_DESK, post);
        post.broken = true;

        assertThat(mailer.run(NOW)).isEqualTo(new JobCounts(1, 0, 1));
        assertThat(mailer.run(NOW.plusSeconds(19)).examined()).isZero();
        assertThat(mailer.run(NOW.plusSeconds(20)).failed()).isOne();
        assertThat(mailer.run(NOW.plusSeconds(59)).examined()).isZero();
        assertThat(fixture.values("SELECT CONCAT(attempts, last_problem) FROM alert_outbox"))
                .containsExactly("2the server refused");
        post.broken = false;
        assertThat(mailer.run(NOW.plusSeconds(60))).isEqualTo(new JobCounts(1, 1, 0));

        assertThat(post.sent).hasSize(1);
    }

    @Test
    void all_that_was_wanted_meanwhile_is_one_e_mail() {
        transactions.run(() -> raiser.raise(List.of(alert(key(), null)), NOW.plusSeconds(900)));
        transactions.run(() -> raiser.raise(List.of(alert(key(), null)), NOW.plusSeconds(1800)));
        var post = new Post();

        assertThat(mailer(TO_THE_DESK, post).run(NOW.plusSeconds(1801))).isEqualTo(new JobCounts(3, 1, 0));

        assertThat(post.sent).hasSize(1);
        assertThat(fixture.values("SELECT sent_at IS NOT NULL FROM alert_outbox")).containsOnly("1");
    }

    @Test
    void what_was_wanted_more_than_an_hour_before_e_mail_was_set_up_is_not_sent() {
        var post = new Post();

        assertThat(mailer(TO_THE_DESK, post).run(NOW.plusSeconds(3601))).isEqualTo(JobCounts.NONE);

        assertThat(post.sent).isEmpty();
        assertThat(health.health().getDetails()).as("nor does it wait any more").doesNotContainKey("waiting");
    }

    @Test
    void what_could_not_be_sent_for_hours_is_still_sent() {
        var post = new Post();
        var mailer = mailer(TO_THE_DESK, post);
        post.broken = true;
        mailer.run(NOW);
        post.broken = false;

        assertThat(mailer.run(NOW.plusSeconds(7200)).raised()).isOne();
    }

    @Test
    void while_the_mail_server_is_spoken_to_nothing_in_the_database_is_held() {
        var post = new Post();
        var held = new AtomicBoolean();
        post.meanwhile = () -> {
            held.set(TransactionSynchronizationManager.isActualTransactionActive());
            fixture.update("UPDATE alert_outbox SET last_problem = 'not locked'");
        };

        assertThat(mailer(TO_THE_DESK, post).run(NOW).raised()).isOne();

        assertThat(held).isFalse();
    }

    @Test
    void a_node_that_dies_while_it_sends_leaves_the_e_mail_to_the_next() {
        var post = new Post();
        post.meanwhile = () -> {
            throw new IllegalStateException("the node died");
        };
        var mailer = mailer(TO_THE_DESK, post);
        assertThatThrownBy(() -> mailer.run(NOW)).hasMessage("the node died");
        post.meanwhile = () -> {};

        assertThat(mailer.run(NOW.plusSeconds(59)).examined()).isZero();
        assertThat(mailer.run(NOW.plusSeconds(60))).isEqualTo(new JobCounts(1, 1, 0));
    }

    @Test
    void a_mail_server_that_hangs_is_waited_for_ten_seconds_at_most() {
        var settings = Binder.get(environment)
                .bind("spring.mail.properties", Bindable.mapOf(String.class, Integer.class))
                .get();
        assertThat(List.of("smtp", "smtps")).allSatisfy(protocol -> assertThat(
                        List.of("connectiontimeout", "timeout", "writetimeout"))
                .allSatisfy(timeout -> assertThat(settings.get("mail." + protocol + "." + timeout))
                        .isBetween(1_000, 10_000)));
    }

    @Test
    void without_an_address_or_a_server_nothing_is_sent_it_waits_and_says_what_is_missing() {
        var noAddress = mailer(new AlertMailProperties(List.of(" "), null), new Post());
        var noServer = new AlertMailer(
                outbox,
                TO_THE_DESK,
                new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class),
                transactions);

        assertThat(noAddress.run(NOW)).isEqualTo(JobCounts.NONE);
        assertThat(noServer.run(NOW)).isEqualTo(JobCounts.NONE);

        assertThat(noAddress.missing()).hasValueSatisfying(why -> assertThat(why).startsWith("vigil.alert.mail-to is not set"));
        assertThat(noServer.missing()).hasValueSatisfying(why -> assertThat(why).startsWith("spring.mail.host is not set"));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsKey("warning").containsEntry("waiting", 1);
    }

    @Test
    void the_job_is_scheduled_every_ten_seconds() throws SchedulerException {
        var triggers = scheduler.getTriggersOfJob(JobKey.jobKey("alert-mail"));

        assertThat(triggers).singleElement().satisfies(trigger -> assertThat(((SimpleTrigger) trigger).getRepeatInterval())
                .isEqualTo(Duration.ofSeconds(10).toMillis()));
    }

    private AlertMailer mailer(AlertMailProperties properties, JavaMailSender post) {
        var beans = new StaticListableBeanFactory(Map.of("post", post));
        return new AlertMailer(outbox, properties, beans.getBeanProvider(JavaMailSender.class), transactions);
    }

    /** A mail server that keeps what it is given. */
    private static final class Post extends JavaMailSenderImpl {

        private final List<SimpleMailMessage> sent = new ArrayList<>();
        private boolean broken;
        private Runnable meanwhile = () -> {};

        @Override
        public void send(SimpleMailMessage... messages) {
            meanwhile.run();
            if (broken) {
                throw new MailSendException("the server refused");
            }
            sent.addAll(List.of(messages));
        }
    }
}
