package org.vigil.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigil.security.data.AccountQueries;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.Staff;
import org.vigil.testkit.VigilTest;

@VigilTest
@SignedIn(Duty.ADMIN)
class AdministrationTest {

    @Autowired
    private AccountService accounts;

    @Autowired
    private AreaService areas;

    @Autowired
    private AreaDirectory directory;

    @Autowired
    private StaffDirectory staffDirectory;

    @Autowired
    private DutyStateService duty;

    @Autowired
    private WallDisplayService displays;

    @Autowired
    private WallDisplays wall;

    @Autowired
    private DemonstrationAccounts demonstration;

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private AccountQueries queries;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Staff staff;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void two_administrators_who_edit_one_account_get_a_clear_message_and_the_first_wins() {
        var seen = staff.someone(Duty.LEADER);
        accounts.change(seen.id(), seen.version(), renamed(seen, "First"));

        assertThatExceptionOfType(ChangedMeanwhileException.class)
                .isThrownBy(() -> accounts.change(seen.id(), seen.version(), renamed(seen, "Second")))
                .withMessageContaining("changed by someone else");
        assertThat(accounts.get(seen.id()).displayName()).isEqualTo("First");
    }

    @Test
    void administrators_cannot_take_the_administration_away_from_themselves() {
        var me = duty.mine();
        staff.someone(Duty.ADMIN);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> accounts.disable(me.id(), me.version()))
                .withMessageContaining("yourself");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> accounts.change(me.id(), me.version(), withDuty(me, Duty.AUDITOR)))
                .withMessageContaining("yourself");
    }

    @Test
    void a_username_is_taken_once_whatever_its_case_and_a_password_is_checked() {
        var taken = staff.someone(Duty.LEADER);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> accounts.create(AccountDetails.of(taken), null))
                .withMessageContaining("already an account");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> accounts.setPassword(taken.id(), taken.version(), "too short"))
                .withMessageContaining("12 characters");
    }

    @Test
    void a_machine_gets_a_secret_and_never_a_password() {
        var machine = staff.someone(Duty.FEED);

        var secret = accounts.newMachineSecret(machine.id(), machine.version());

        assertThat(secret).hasSizeGreaterThan(30);
        assertThat(passwords.matches(secret, queries.passwordHash(machine.id()).orElseThrow())).isTrue();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> accounts.setPassword(machine.id(), machine.version() + 1, "three random words"));
    }

    @Test
    void an_area_out_of_use_takes_no_new_account_and_one_that_limits_an_account_stays() {
        var force = areas.create(AreaKind.FORCE, null, code(), "Force");
        var district = areas.create(AreaKind.DISTRICT, force, code(), "North");
        var beat = areas.create(AreaKind.BEAT, district, code(), "Ashby");
        var limited = staff.someoneIn(Set.of(beat), Duty.NPT);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> areas.deactivate(district, 0))
                .withMessageContaining("Ashby");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> areas.deactivate(beat, 0))
                .withMessageContaining(limited.displayName());
        accounts.disable(limited.id(), limited.version());
        areas.deactivate(beat, 0);

        assertThat(directory.byId(beat)).get().extracting(Area::active).isEqualTo(false);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> staff.someoneIn(Set.of(beat), Duty.NPT))
                .withMessageContaining("not an area in use");
    }

    @Test
    void the_directory_knows_paths_insides_codes_and_names() {
        var force = areas.create(AreaKind.FORCE, null, code(), "Force");
        var code = code();
        var district = areas.create(AreaKind.DISTRICT, force, code, "North " + code);
        var beat = areas.create(AreaKind.BEAT, district, code(), "Ashby");

        assertThat(directory.pathName(beat)).isEqualTo("North " + code + " › Ashby");
        assertThat(directory.withDescendants(force)).containsExactlyInAnyOrder(force, district, beat);
        assertThat(directory.byCode(code.toLowerCase())).get().extracting(Area::id).isEqualTo(district);
        assertThat(directory.byCode("north " + code)).get().extracting(Area::id).isEqualTo(district);
        areas.rename(district, 0, code, "South " + code);
        assertThat(directory.pathName(beat)).isEqualTo("South " + code + " › Ashby");
    }

    @Test
    void people_on_duty_are_found_by_duty_and_ground() {
        var force = areas.create(AreaKind.FORCE, null, code(), "Force");
        var north = areas.create(AreaKind.DISTRICT, force, code(), "North");
        var south = areas.create(AreaKind.DISTRICT, force, code(), "South");
        var beat = areas.create(AreaKind.BEAT, north, code(), "Ashby");
        var officer = staff.someoneIn(Set.of(north), Duty.MARAC);

        assertThat(onDuty(beat)).doesNotContain(officer.id());
        staff.as(officer, duty::signOn);
        assertThat(onDuty(beat)).contains(officer.id());
        assertThat(onDuty(south)).doesNotContain(officer.id());
        staff.as(officer, duty::signOff);
        assertThat(onDuty(beat)).doesNotContain(officer.id());
    }

    @Test
    void a_wall_display_opens_by_its_secret_until_the_link_is_taken_back() {
        var secret = displays.create("North wall", null);
        var display = wall.byToken(secret).orElseThrow();

        assertThat(display.name()).isEqualTo("North wall");
        assertThat(wall.byToken(secret + "x")).isEmpty();
        displays.revoke(display.id());
        assertThat(wall.byToken(secret)).isEmpty();
    }

    @Test
    void demonstration_accounts_are_made_once_signed_on_and_take_up_a_new_password() {
        transaction.executeWithoutResult(undone -> {
            // Undone, because people on duty would take the alerts of other tests.
            undone.setRollbackOnly();
            EngineScope.run(() -> demonstration.create("first demo password"));
            EngineScope.run(() -> demonstration.create("second demo password"));
            assertComplete(demonstration.present());
        });
    }

    private void assertComplete(List<Account> made) {
        assertThat(made).extracting(Account::username).containsExactly(
                "supervisor", "specialist", "npt", "response", "dvds", "decider", "calls", "custody", "marac", "court",
                "author", "commissioner", "analyst", "leader", "auditor", "admin", "feed");
        assertThat(made).allSatisfy(account -> {
            assertThat(account.duties()).extracting(Duty::name).hasSize(1);
            assertThat(account.signedOn()).isEqualTo(account.kind() == AccountKind.PERSON);
            assertThat(passwords.matches("second demo password", queries.passwordHash(account.id()).orElseThrow()))
                    .isTrue();
        });
    }

    @Test
    void the_documented_password_is_refused_where_other_machines_can_reach_the_console() {
        var everywhere = new Reach(new MockEnvironment(), queries, passwords);
        var lan = new Reach(new MockEnvironment().withProperty("server.address", "192.0.2.7"), queries, passwords);
        var here = new Reach(new MockEnvironment().withProperty("server.address", "127.0.0.1"), queries, passwords);

        assertThatIllegalStateException()
                .isThrownBy(() -> everywhere.refuseDefaultPasswordOffLoopback(DemonstrationAccounts.DEFAULT_PASSWORD))
                .withMessageContaining("--vigil.demo.password");
        assertThatIllegalStateException()
                .isThrownBy(() -> lan.refuseDefaultPasswordOffLoopback(DemonstrationAccounts.DEFAULT_PASSWORD));
        here.refuseDefaultPasswordOffLoopback(DemonstrationAccounts.DEFAULT_PASSWORD);
        lan.refuseDefaultPasswordOffLoopback("another password");
    }

    @Test
    void the_first_administrator_is_made_on_an_empty_console_only() {
        assertThat(first.create("three random words")).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> first.create("short"))
                .withMessageContaining("VIGIL_ADMIN_PASSWORD");
    }

    private List<Long> onDuty(long area) {
        return staffDirectory.signedOn(Duty.MARAC, area).stream()
                .map(OnDuty::accountId)
                .toList();
    }

    private static AccountDetails renamed(Account account, String name) {
        return new AccountDetails(
                account.username(), name, null, account.rank(), null, account.kind(), account.duties(), account.areaIds());
    }

    private static AccountDetails withDuty(Account account, Duty duty) {
        return new AccountDetails(
                account.username(), account.displayName(), null, account.rank(), null, account.kind(), Set.of(duty),
                Set.of());
    }

    private static String code() {
        return UUID.randomUUID().toString().substring(0, 12);
    }
}
