package org.vigil.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigil.db.generated.Tables.ALERT;
import static org.vigil.db.generated.Tables.BANK_HOLIDAY;
import static org.vigil.db.generated.Tables.CALENDAR_EDITION;
import static org.vigil.db.generated.Tables.DEADLINE;
import static org.vigil.db.generated.Tables.DEADLINE_REPLAN;
import static org.vigil.db.generated.Tables.DEADLINE_RULE;
import static org.vigil.db.generated.Tables.DEADLINE_RULE_AUDIENCE;
import static org.vigil.db.generated.Tables.DEADLINE_RULE_RUNG;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.Transactions;
import org.vigil.deadline.rules.BankHolidays;
import org.vigil.security.EngineScope;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.InvalidInputException;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

/** What a new rule or a new calendar does to running clocks. Each test puts the rules and the calendar back. */
@VigilTest
class DeadlineRulesChangeTest {

    private static final Instant NOW = Instant.parse("2026-06-10T10:00:00Z");
    private static final String REQUEST = "INFORMATION_REQUEST";

    @Autowired
    private Clockwork clockwork;

    @Autowired
    private RuleService rules;

    @Autowired
    private CalendarService calendars;

    @Autowired
    private Catalogues catalogues;

    @Autowired
    private DSLContext sql;

    @Autowired
    private Transactions transactions;

    @Autowired
    private TestClock clock;

    private long firstEdition;

    @BeforeEach
    void pin() {
        clock.pin(NOW);
        firstEdition = sql.fetchValue(sql.select(DSL.max(CALENDAR_EDITION.ID)).from(CALENDAR_EDITION));
    }

    @AfterEach
    void putBack() {
        transactions.run(() -> {
            putRulesBack();
            sql.update(DEADLINE)
                    .set(DEADLINE.CALENDAR_EDITION_ID, firstEdition)
                    .where(DEADLINE.CALENDAR_EDITION_ID.gt(firstEdition))
                    .execute();
            sql.deleteFrom(BANK_HOLIDAY).where(BANK_HOLIDAY.EDITION_ID.gt(firstEdition)).execute();
            sql.deleteFrom(CALENDAR_EDITION).where(CALENDAR_EDITION.ID.gt(firstEdition)).execute();
        });
        clock.release();
    }

    private void putRulesBack() {
        var versions = catalogues.current().versions(REQUEST);
        var shipped = versions.getFirst().id();
        var added = versions.stream().map(DeadlineRule::id).filter(id -> id != shipped).toList();
        sql.update(DEADLINE)
                .set(DEADLINE.RULE_ID, shipped)
                .where(DEADLINE.RULE_ID.in(added))
                .execute();
        sql.deleteFrom(DEADLINE_RULE_AUDIENCE).where(DEADLINE_RULE_AUDIENCE.RULE_ID.in(added)).execute();
        sql.deleteFrom(DEADLINE_RULE_RUNG).where(DEADLINE_RULE_RUNG.RULE_ID.in(added)).execute();
        sql.deleteFrom(DEADLINE_REPLAN).execute();
        sql.deleteFrom(DEADLINE_RULE).where(DEADLINE_RULE.ID.in(added)).execute();
        sql.update(DEADLINE_RULE)
                .setNull(DEADLINE_RULE.VALID_TO)
                .where(DEADLINE_RULE.ID.eq(shipped))
                .execute();
    }

    @Test
    void a_new_version_supersedes_running_clocks_that_it_changes_and_leaves_breaches_alone() {
        var running = clockwork.call();
        clockwork.open(REQUEST, running, NOW.minus(Duration.ofDays(2)), NOW);
        var breached = clockwork.call();
        clockwork.open(REQUEST, breached, NOW.minus(Duration.ofDays(40)), NOW);
        var before = inForce();
        var length = 5;

        var done = EngineScope.call(() -> rules.supersede(change(before, length, NOW.minusSeconds(60), true)));

        assertThat(done.clocksChanged()).isPositive();
        assertThat(clockwork.of(running))
                .extracting(DeadlineView::state)
                .containsExactly(DeadlineState.SUPERSEDED, DeadlineState.OPEN);
        assertThat(clockwork.of(running).getFirst().reason()).contains("new guidance");
        assertThat(clockwork.of(running).getLast().dueAt())
                .isBefore(clockwork.of(running).getFirst().dueAt());
        assertThat(clockwork.only(breached).state()).isEqualTo(DeadlineState.BREACHED);
        var versions = catalogues.current().versions(REQUEST);
        assertThat(versions.getLast().length()).isEqualTo(length);
        assertThat(versions.get(versions.size() - 2).validTo()).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void a_new_version_may_leave_running_clocks_under_the_old_one() {
        var running = clockwork.call();
        clockwork.open(REQUEST, running, NOW.minus(Duration.ofDays(2)), NOW);
        var before = inForce();
        clock.pin(NOW.plusSeconds(10));
        EngineScope.call(() -> rules.supersede(change(before, 11, NOW.plusSeconds(5), false)));
        assertThat(clockwork.of(running)).hasSize(1);
        var later = clockwork.call();
        clockwork.open(REQUEST, later, NOW.plusSeconds(5), NOW.plusSeconds(10));
        assertThat(clockwork.only(later).dueAt()).isAfter(clockwork.only(running).dueAt());
    }

    @Test
    void a_version_that_is_no_longer_the_last_can_not_be_superseded() {
        var before = inForce();
        EngineScope.call(() -> rules.supersede(change(before, 8, NOW.minusSeconds(30), true)));
        assertThatThrownBy(() ->
                        EngineScope.call(() -> rules.supersede(change(before, 9, NOW.minusSeconds(20), true))))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void a_change_needs_a_reason_a_basis_and_stages_in_order() {
        var rule = inForce();
        assertRefused(new RuleChange(rule.id(), 5, "Policy", null, Map.of(), NOW, " ", true), "reason");
        assertRefused(new RuleChange(rule.id(), 5, " ", null, Map.of(), NOW, "why", true), "basis");
        assertRefused(new RuleChange(rule.id(), 0, "Policy", null, Map.of(), NOW, "why", true), "length");
        assertRefused(new RuleChange(rule.id(), 5, "Policy", null, Map.of(5, 300, 6, 240), NOW, "why", true), "stages");
        assertRefused(
                new RuleChange(rule.id(), 5, "Policy", null, Map.of(), rule.validFrom(), "why", true), "validFrom");
    }

    @Test
    void the_published_file_says_what_is_held_already() throws IOException {
        var upload = upload(published());
        assertThat(upload.taken()).isFalse();
        assertThat(upload.days()).isEqualTo(140);
        assertThat(upload.lastYear()).isEqualTo(2028);
    }

    @Test
    void a_newer_calendar_supersedes_the_clocks_that_it_changes() {
        var call = clockwork.call();
        clockwork.open("VICTIM_UPDATE", call, NOW, NOW);
        assertThat(clockwork.only(call).dueAt()).isEqualTo(Instant.parse("2026-06-17T23:00:00Z"));
        var file = json(held(), Map.of(LocalDate.of(2026, 6, 15), "One-off bank holiday"), year2029());
        var upload = EngineScope.call(() -> calendars.upload(file, "newer.json"));
        assertThat(upload.taken()).isTrue();
        assertThat(upload.lastYear()).isEqualTo(2029);
        assertThat(clockwork.of(call).getLast().dueAt()).isEqualTo(Instant.parse("2026-06-18T23:00:00Z"));
        assertThat(clockwork.of(call).getFirst().state()).isEqualTo(DeadlineState.SUPERSEDED);
    }

    @Test
    void a_list_that_begins_later_keeps_the_years_that_are_held() {
        var from2025 = new BankHolidays(
                held().titles().entrySet().stream()
                        .filter(day -> day.getKey().getYear() >= 2025)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                2025,
                2028);
        var upload = EngineScope.call(() -> calendars.upload(json(from2025, Map.of(), year2029()), "newer.json"));
        assertThat(upload.firstYear()).isEqualTo(2012);
        assertThat(upload.lastYear()).isEqualTo(2029);
        assertThat(upload.days()).isEqualTo(148);
    }

    static Stream<Arguments> refusedFiles() {
        return Stream.of(
                refused("", "it is empty"),
                refused("<html>not found</html>", "not whole JSON"),
                refused("{\"england-and-wales\":{\"division\":\"england-and-wales\",\"events\":[", "not whole JSON"),
                refused("{\"scotland\":{}}", "england-and-wales is missing"),
                refused("{\"england-and-wales\":{\"events\":[]},\"scotland\":{}}", "northern-ireland is missing"),
                refused("[]", "not the published list"),
                refused("{\"division\":\"england-and-wales\"}", "list of days"),
                refused("{\"division\":\"england-and-wales\",\"events\":[]}", "no days"),
                refused(event("Christmas Day", "2026-12-25") + event("Xmas", "2026-12-25"), "twice"),
                refused(event("Christmas Day", "25/12/2026"), "no proper date"),
                refused(event(" ", "2026-12-25"), "no title"),
                refused(event("Christmas Day", "2026-12-25"), "2026 has 1 days"),
                refused(event("Christmas Day", "2026-12-25"), "2027, 2028"));
    }

    private static Arguments refused(String text, String why) {
        return Arguments.of(text, why);
    }

    private static String event(String title, String date) {
        return "{\"title\":\"" + title + "\",\"date\":\"" + date + "\"}\n";
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusedFiles")
    void a_file_that_is_not_whole_is_refused_whole(String text, String why) {
        var before = catalogues.current().calendarId();
        var file = text.startsWith("{\"title\"")
                ? "{\"division\":\"england-and-wales\",\"events\":["
                        + String.join(",", text.strip().split("\n")) + "]}"
                : text;
        assertThatThrownBy(() -> EngineScope.call(
                        () -> calendars.upload(file.getBytes(StandardCharsets.UTF_8), "bad.json")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("refused whole and the calendar stays")
                .hasMessageContaining(why);
        assertThat(catalogues.current().calendarId()).isEqualTo(before);
    }

    @Test
    void a_file_of_absurd_size_is_not_even_read() {
        assertThatThrownBy(() -> EngineScope.call(() -> calendars.upload(new byte[3 * 1024 * 1024], "huge")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("over 2 MB");
    }

    @Test
    void the_file_that_was_cut_off_half_way_is_refused() throws IOException {
        var cut = shared("bank_holidays_response_truncated.json");
        assertThatThrownBy(() -> EngineScope.call(() -> calendars.upload(cut, "cut.json")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("2026 has 3 days")
                .hasMessageContaining("2027, 2028");
    }

    @Test
    void a_calendar_that_ends_within_twelve_months_alerts_the_administrator_until_it_does_not() {
        var soon = Instant.parse("2028-02-01T03:00:00Z");
        assertThat(calendars.checkEnd(Instant.parse("2027-12-30T03:00:00Z"))).isFalse();
        assertThat(openEndAlerts()).isZero();
        assertThat(calendars.checkEnd(soon)).isTrue();
        assertThat(calendars.checkEnd(soon.plus(Duration.ofDays(1)))).isTrue();
        assertThat(openEndAlerts()).isEqualTo(1);
        assertThat(calendars.checkEnd(NOW)).isFalse();
        assertThat(openEndAlerts()).isZero();
    }

    private int openEndAlerts() {
        return sql.fetchCount(ALERT, ALERT.DEDUP_KEY.eq("CALENDAR_ENDS:CALENDAR:0"));
    }

    private DeadlineRule inForce() {
        return catalogues.current().versions(REQUEST).getLast();
    }

    private void assertRefused(RuleChange change, String field) {
        assertThatThrownBy(() -> EngineScope.call(() -> rules.supersede(change)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, wrong -> assertThat(wrong.field()).isEqualTo(field));
    }

    private static RuleChange change(DeadlineRule before, int length, Instant from, boolean alsoRunning) {
        return new RuleChange(before.id(), length, "Force policy", null, Map.of(), from, "new guidance", alsoRunning);
    }

    private CalendarService.Upload upload(byte[] file) {
        return EngineScope.call(() -> calendars.upload(file, "bank-holidays.json"));
    }

    private BankHolidays held() {
        return catalogues.current().holidays();
    }

    private static Map<LocalDate, String> year2029() {
        return Map.of(
                LocalDate.of(2029, 1, 1), "New Year’s Day",
                LocalDate.of(2029, 3, 30), "Good Friday",
                LocalDate.of(2029, 4, 2), "Easter Monday",
                LocalDate.of(2029, 5, 7), "Early May bank holiday",
                LocalDate.of(2029, 5, 28), "Spring bank holiday",
                LocalDate.of(2029, 8, 27), "Summer bank holiday",
                LocalDate.of(2029, 12, 25), "Christmas Day",
                LocalDate.of(2029, 12, 26), "Boxing Day");
    }

    private static byte[] json(BankHolidays held, Map<LocalDate, String> one, Map<LocalDate, String> more) {
        var events = Stream.of(held.titles(), one, more)
                .flatMap(days -> days.entrySet().stream())
                .map(day -> event(day.getValue(), day.getKey().toString()).strip())
                .collect(Collectors.joining(","));
        return ("{\"division\":\"england-and-wales\",\"events\":[" + events + "]}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] published() throws IOException {
        return shared("bank-holidays.json");
    }

    private static byte[] shared(String name) throws IOException {
        var places = List.of(Path.of("../shared/data/bank-holidays"), Path.of("../../shared/data/bank-holidays"));
        var found = places.stream().map(place -> place.resolve(name)).filter(Files::exists).findFirst();
        Assumptions.assumeTrue(found.isPresent(), "skipped: " + name + " is not on this machine");
        return Files.readAllBytes(found.orElseThrow());
    }
}
