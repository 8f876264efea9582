package org.vigil.security.rules;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigil.security.Account;
import org.vigil.security.AccountDetails;
import org.vigil.security.AccountKind;
import org.vigil.shared.Duty;

/** What an account may be, and what even an administrator can't do; each rule answers the problem, or nothing. */
public final class AccountRules {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final int NAME_LENGTH = 120;
    private static final int COLLAR_LENGTH = 16;
    private static final int EMAIL_LENGTH = 254;

    private AccountRules() {}

    /** One thing that is wrong with what was entered. */
    public record Problem(String field, String text) {}

    public static Optional<Problem> problemWith(AccountDetails entered) {
        if (!USERNAME.matcher(entered.username()).matches()) {
            return problem("Username", "Use 2 to 64 small letters, digits, dots, dashes or underscores.");
        }
        if (entered.displayName().isBlank() || entered.displayName().length() > NAME_LENGTH) {
            return problem("Name", "Give a name of up to " + NAME_LENGTH + " characters.");
        }
        if (longer(entered.collarNumber(), COLLAR_LENGTH)) {
            return problem("Collar number", "A collar number has up to " + COLLAR_LENGTH + " characters.");
        }
        var email = entered.email();
        if (email != null && (longer(email, EMAIL_LENGTH) || !EMAIL.matcher(email).matches())) {
            return problem("E-mail", "This is not an e-mail address: it needs the form name@force.police.uk.");
        }
        if (entered.duties().isEmpty()) {
            return problem("Duties", "Give at least one duty.");
        }
        return problemWithKind(entered);
    }

    private static Optional<Problem> problemWithKind(AccountDetails entered) {
        var machine = entered.kind() == AccountKind.MACHINE;
        if (machine && entered.duties().contains(Duty.ADMIN)) {
            return problem("Duties", "A machine account can't be an administrator.");
        }
        if (!machine && entered.duties().contains(Duty.FEED)) {
            return problem("Duties", "The machine account duty is for machines: choose the kind Machine, or leave it out.");
        }
        return machine && entered.rank() != null
                ? problem("Rank", "A machine holds no rank.")
                : Optional.empty();
    }

    /**
     * Nobody takes the administration away from themselves, and the console always keeps one administrator who can
     * sign in.
     *
     * @param actingAccountId who makes the change; null for the console itself
     * @param administrators the enabled accounts with the duty ADMIN, before the change
     */
    public static Optional<String> problemWithLosingAdmin(
            Account account,
            boolean staysEnabledAdmin,
            @Nullable Long actingAccountId,
            Collection<Long> administrators) {
        if (staysEnabledAdmin || !administrators.contains(account.id())) {
            return Optional.empty();
        }
        if (administrators.size() == 1) {
            return Optional.of(account.displayName()
                    + " is the last administrator who can sign in. Make somebody else an administrator first.");
        }
        return actingAccountId != null && actingAccountId == account.id()
                ? Optional.of("You can't take the administration away from yourself. Ask another administrator.")
                : Optional.empty();
    }

    private static boolean longer(@Nullable String text, int length) {
        return text != null && text.length() > length;
    }

    private static Optional<Problem> problem(String field, String text) {
        return Optional.of(new Problem(field, text));
    }
}
