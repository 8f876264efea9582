package org.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigil.audit.AuditEntryView.Masked;
import org.vigil.audit.AuditEntryView.MaskedField;
import org.vigil.security.ConsoleUser;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.testkit.Staff;
import org.vigil.testkit.VigilTest;

@VigilTest
class AuditServiceTest {

    @Autowired
    private AuditService service;

    @Autowired
    private AuditLog log;

    @Autowired
    private Staff staff;

    private final String user = "s-" + UUID.randomUUID().toString().substring(0, 12);
    private final long number = ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000);
    private final SubjectRef call = new SubjectRef(SubjectType.INCIDENT, number, "C-" + number);
    private final Viewer viewer = new Viewer(
            5L, user, "Somebody", Set.of(Duty.SUPERVISOR, Duty.CALLS), null, Set.of(), "192.0.2.9");

    @BeforeEach
    void an_auditor_is_signed_in() {
        signIn(Duty.AUDITOR);
    }

    @AfterEach
    void nobody_is() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void pages_follow_each_other_newest_first_without_a_gap_or_a_repeat() {
        for (var batch = 0; batch < 13; batch++) {
            var notes = new ArrayList<AuditNote>();
            for (var each = 0; each < 10; each++) {
                notes.add(AuditNote.view(call, "View " + (batch * 10 + each)));
            }
            log.recordAll(viewer, notes);
        }
        var filter = filter(user, null, null, null, null, null);
        var seen = new ArrayList<AuditRow>();
        String cursor = null;
        var pages = 0;
        do {
            var page = service.page(filter, cursor);
            seen.addAll(page.items());
            cursor = page.next();
            pages++;
        } while (cursor != null);

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(130).doesNotHaveDuplicates();
        assertThat(seen.stream().map(AuditRow::at)).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(seen.getFirst().what()).isEqualTo("View 129");
        assertThat(seen.getLast().what()).isEqualTo("View 0");
    }

    @Test
    void a_record_is_found_by_reference_or_key_with_what_merely_showed_it() {
        var other = new SubjectRef(SubjectType.INCIDENT, number + 1, "C-" + (number + 1));
        log.record(viewer, AuditNote.view(call, "Opened it"));
        log.record(viewer, AuditNote.view(other, "Opened another"));
        log.record(viewer, AuditNote.search(other, "hale", List.of(call, other)));

        assertThat(whats(filter(null, null, call.reference(), null, null, null)))
                .containsExactly("Searched: 2 shown", "Opened it");
        assertThat(whats(filter(null, SubjectType.INCIDENT, Long.toString(number), null, null, null)))
                .containsExactly("Searched: 2 shown", "Opened it");
        assertThat(whats(filter(user, SubjectType.INCIDENT, call.reference(), Action.VIEW, null, null)))
                .containsExactly("Opened it");
        assertThat(whats(filter(null, SubjectType.ALERT, call.reference(), null, null, null)))
                .isEmpty();
        assertThat(whats(filter(null, null, "no such thing", null, null, null))).isEmpty();
    }

    @Test
    void user_action_and_time_narrow_the_list() {
        log.record(viewer, AuditNote.view(call, "Opened"));
        log.record(viewer, AuditNote.refused(call, "Refused"));
        var now = service.page(filter(user, null, null, null, null, null), null).items().getFirst().at();

        assertThat(whats(filter(user.toUpperCase(java.util.Locale.ROOT), null, null, Action.REFUSED, null, null)))
                .containsExactly("Refused");
        assertThat(whats(filter(user, SubjectType.INCIDENT, null, Action.VIEW, null, null)))
                .containsExactly("Opened");
        assertThat(whats(filter(user, null, null, null, now, null))).containsExactly("Refused");
        assertThat(whats(filter(user, null, null, null, null, now))).containsExactly("Opened");
        assertThat(whats(filter(user, null, null, null, now.plusSeconds(1), null))).isEmpty();
    }

    @Test
    void an_opened_entry_says_which_fields_changed_and_never_to_what() {
        log.record(
                viewer,
                AuditNote.change(call, "Phone changed")
                        .withPurpose("Meeting")
                        .withField("phone", null, "secret-07700900123")
                        .withField("name", "secret-old", "secret-new")
                        .shown(call));
        var row = service.page(filter(user, null, null, null, null, null), null).items().getFirst();

        var entry = service.entry(row.id()).orElseThrow();
        assertThat(entry.fields())
                .containsExactly(
                        new MaskedField("phone", Masked.NONE, Masked.HIDDEN),
                        new MaskedField("name", Masked.HIDDEN, Masked.HIDDEN));
        assertThat(entry.toString()).doesNotContain("secret");
        assertThat(entry.duties()).containsExactly("Call-handling supervisor", "Specialist supervisor");
        assertThat(entry.address()).isEqualTo("192.0.2.9");
        assertThat(entry.purpose()).isEqualTo("Meeting");
        assertThat(entry.shown()).containsExactly("Call " + call.reference());
        assertThat(entry.reference()).isEqualTo(entry.stream() + "-" + entry.position());
        assertThat(service.entry(-5)).isEmpty();
    }

    @Test
    void the_auditors_own_look_is_logged_with_what_was_asked_for_kept_as_a_value() {
        var auditor = signIn(Duty.AUDITOR);
        service.page(filter("somebody-" + user, null, null, null, null, null), null);

        var looks = service.page(filter(auditor, null, null, null, null, null), null).items();
        assertThat(looks).hasSize(1);
        assertThat(looks.getFirst().action()).isEqualTo(Action.SEARCH);
        assertThat(looks.getFirst().what()).isEqualTo("Read the audit log: 0 entries");
        assertThat(service.entry(looks.getFirst().id()).orElseThrow().fields())
                .containsExactly(new MaskedField("terms", Masked.NONE, Masked.HIDDEN));
    }

    @Test
    void a_verification_is_kept_and_logged_under_the_auditors_name() {
        var auditor = signIn(Duty.AUDITOR);
        var result = service.verify(VerificationProgress.silent());

        assertThat(result.words()).startsWith("Intact: ");
        assertThat(service.lastVerification()).contains(result);
        assertThat(result.askedBy()).isEqualTo(auditor);
        assertThat(whats(filter(auditor, null, null, Action.SYSTEM, null, null)).getFirst())
                .startsWith("Verified the audit log: Intact");
    }

    @ParameterizedTest
    @EnumSource(value = Duty.class, names = "AUDITOR", mode = EnumSource.Mode.EXCLUDE)
    void no_other_duty_reads_or_checks_the_log_and_the_attempt_is_logged(Duty duty) {
        var intruder = signIn(duty);
        assertThatThrownBy(() -> service.page(AuditFilter.everything(), null)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> service.entry(1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(service::lastVerification).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> service.verify(VerificationProgress.silent()))
                .isInstanceOf(AccessDeniedException.class);

        signIn(Duty.AUDITOR);
        assertThat(whats(filter(intruder, null, null, Action.REFUSED, null, null))).hasSize(4);
    }

    /** Answers the user name. */
    private String signIn(Duty duty) {
        SecurityContextHolder.clearContext();
        var somebody = staff.someone(duty);
        SecurityContextHolder.getContext().setAuthentication(ConsoleUser.signedIn(somebody, "192.0.2.1"));
        return somebody.username();
    }

    private List<String> whats(AuditFilter filter) {
        return service.page(filter, null).items().stream().map(AuditRow::what).toList();
    }

    private static AuditFilter filter(
            @Nullable String user,
            @Nullable SubjectType type,
            @Nullable String reference,
            @Nullable Action action,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new AuditFilter(user, type, reference, action, from, to);
    }
}
