package org.vigil.security.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigil.security.Account;
import org.vigil.security.AccountFilter;
import org.vigil.security.AccountService;
import org.vigil.security.DutyStateService;
import org.vigil.security.EngineScope;
import org.vigil.shared.Duty;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Staff;
import org.vigil.testkit.VigilTest;

@VigilTest
class RequiresGateTest {

    @Autowired
    private AccountService accounts;

    @Autowired
    private DutyStateService duty;

    @Autowired
    private Staff staff;

    @Autowired
    private Databases databases;

    @Autowired
    private TransactionTemplate transaction;

    @ParameterizedTest(name = "{0}")
    @EnumSource(Duty.class)
    void the_administration_of_accounts_is_for_administrators_only(Duty held) {
        var account = staff.someone(held);

        if (held == Duty.ADMIN) {
            assertThat(staff.as(account, () -> accounts.count(AccountFilter.everyone()))).isPositive();
        } else {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> staff.as(account, () -> accounts.count(AccountFilter.everyone())));
            assertThat(refusals(account)).containsExactly("Not allowed by the account's duties: AccountService.count");
        }
    }

    @Test
    void a_refusal_stays_in_the_audit_log_though_the_transaction_around_it_is_undone() {
        var account = staff.someone(Duty.AUDITOR);

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> staff.as(
                account,
                () -> transaction.executeWithoutResult(status -> accounts.count(AccountFilter.everyone()))));

        assertThat(refusals(account)).hasSize(1);
    }

    @Test
    void one_of_several_duties_is_enough() {
        var account = staff.someone(Duty.AUDITOR, Duty.ADMIN);

        assertThat(staff.as(account, () -> accounts.count(AccountFilter.everyone()))).isPositive();
    }

    @Test
    void a_service_that_names_no_duty_is_for_whoever_is_signed_in() {
        assertThatNoException().isThrownBy(() -> staff.as(staff.someone(Duty.NPT), duty::signOn));
    }

    @Test
    void nobody_signed_in_can_do_nothing() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> accounts.count(AccountFilter.everyone()));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(duty::signOn);
    }

    @Test
    void the_engine_may_do_anything() {
        assertThat(EngineScope.call(() -> accounts.count(AccountFilter.everyone()))).isPositive();
    }

    @Test
    void somebody_signed_in_does_not_become_the_engine_by_opening_its_scope() {
        var account = staff.someone(Duty.COURT);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> staff.as(
                        account, () -> EngineScope.call(() -> accounts.count(AccountFilter.everyone()))));
    }

    private List<String> refusals(Account account) {
        try (var connection = databases.asOwner();
                var query = connection.prepareStatement(
                        "SELECT what FROM audit_entry WHERE account_id = ? AND action = 'REFUSED' ORDER BY id")) {
            query.setLong(1, account.id());
            var rows = query.executeQuery();
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException problem) {
            throw new AssertionError(problem);
        }
    }
}
