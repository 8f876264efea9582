package org.vigil.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.security.Account;
import org.vigil.security.AccountDetails;
import org.vigil.security.AccountKind;
import org.vigil.shared.Duty;
import org.vigil.shared.OfficerRank;

class AccountRulesTest {

    @ParameterizedTest(name = "username {0} is taken: {1}")
    @CsvSource({"ds.okafor, true", "a1, true", "a, false", "Admin, false", "'two words', false", "-x, false", "jörg, false"})
    void a_username_is_plain(String username, boolean taken) {
        assertThat(AccountRules.problemWith(person(username, Duty.SUPERVISOR)).isEmpty()).isEqualTo(taken);
    }

    @ParameterizedTest(name = "e-mail {0} is taken: {1}")
    @CsvSource({"a@force.police.uk, true", "a@b, false", "'a b@c.uk', false", "@c.uk, false", "a@c.uk., false"})
    void an_email_looks_like_one(String email, boolean taken) {
        var entered = new AccountDetails(
                "someone", "Someone", null, null, email, AccountKind.PERSON, Set.of(Duty.LEADER), Set.of());

        assertThat(AccountRules.problemWith(entered).isEmpty()).isEqualTo(taken);
    }

    @Test
    void an_account_needs_a_duty_and_a_name() {
        assertThat(AccountRules.problemWith(person("someone"))).get().extracting("field").isEqualTo("Duties");
        var nameless = new AccountDetails(
                "someone", " ", null, null, null, AccountKind.PERSON, Set.of(Duty.LEADER), Set.of());
        assertThat(AccountRules.problemWith(nameless)).get().extracting("field").isEqualTo("Name");
    }

    @Test
    void machines_and_people_keep_their_own_duties() {
        assertThat(AccountRules.problemWith(person("someone", Duty.FEED))).get().extracting("field").isEqualTo("Duties");
        assertThat(AccountRules.problemWith(machine(null, Duty.FEED, Duty.ADMIN))).get().extracting("field").isEqualTo("Duties");
        assertThat(AccountRules.problemWith(machine(OfficerRank.SERGEANT, Duty.FEED))).get().extracting("field").isEqualTo("Rank");
        assertThat(AccountRules.problemWith(machine(null, Duty.FEED))).isEmpty();
    }

    @ParameterizedTest(name = "account {0} loses it by {1} while {2} are administrators: {3}")
    @CsvSource({
        "1, 2, 1 2,   ''",
        "1, 1, 1 2,   yourself",
        "1, 2, 1,     last",
        "1, 1, 1,     last",
        "3, 1, 1 2,   ''",
        "1, , 1 2,    ''",
        "1, , 1,      last"
    })
    void the_console_keeps_an_administrator(long account, @Nullable Long acting, String administrators, String problem) {
        var ids = List.of(administrators.split(" ")).stream().map(Long::valueOf).toList();

        var found = AccountRules.problemWithLosingAdmin(account(account), false, acting, ids);

        assertThat(found.orElse("")).contains(problem);
        assertThat(found.isPresent()).isEqualTo(!problem.isEmpty());
    }

    @Test
    void whoever_stays_an_administrator_may_change_the_rest() {
        assertThat(AccountRules.problemWithLosingAdmin(account(1), true, 1L, List.of(1L))).isEmpty();
    }

    @ParameterizedTest(name = "password {0} for {1}: {2}")
    @CsvSource({
        "'three random words', admin, ''",
        "elevenchars, admin, 12",
        "twelve chars, admin, ''",
        "administrator1, administrator1, username",
        "Administrator1, administrator1, username",
        "aaaaaaaaaaaa, admin, repeats",
        "1234567890123456789012345678901234567890123456789012345678901234567890123, admin, 72"
    })
    void a_password_is_long_and_its_own(String password, String username, String problem) {
        var found = PasswordRules.problemWith(password, username);

        assertThat(found.orElse("")).contains(problem);
        assertThat(found.isPresent()).isEqualTo(!problem.isEmpty());
    }

    private static AccountDetails person(String username, Duty... duties) {
        return new AccountDetails(
                username, "Someone", null, null, null, AccountKind.PERSON, Set.of(duties), Set.of());
    }

    private static AccountDetails machine(@Nullable OfficerRank rank, Duty... duties) {
        return new AccountDetails("machine", "A feed", null, rank, null, AccountKind.MACHINE, Set.of(duties), Set.of());
    }

    private static Account account(long id) {
        return new Account(
                id, "a" + id, "Account " + id, null, null, null, AccountKind.PERSON, false, true,
                Set.of(Duty.ADMIN), Set.of(), null, false, true, 0, 0);
    }
}
