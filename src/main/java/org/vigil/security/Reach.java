package org.vigil.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.vigil.security.data.AccountQueries;

/**
 * Keeps a password that everybody can read in the documentation off the network: where the console listens beyond
 * loopback it refuses to start while a demonstration account still has it.
 */
@Component
class Reach {

    private final Environment environment;
    private final AccountQueries accounts;
    private final Passwords passwords;

    Reach(Environment environment, AccountQueries accounts, Passwords passwords) {
        this.environment = environment;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** @throws IllegalStateException when this is the default password and the console listens beyond loopback */
    void refuseDefaultPasswordOffLoopback(String password) {
        if (password.equals(DemonstrationAccounts.DEFAULT_PASSWORD) && !isLoopbackOnly()) {
            throw new IllegalStateException("The console would listen on " + address() + " while the demonstration"
                    + " accounts have the password that everybody can read in the documentation. Set"
                    + " --vigil.demo.password to one of your own, or --server.address=127.0.0.1.");
        }
    }

    /** @throws IllegalStateException when an account still has the default password and the console listens beyond loopback */
    void refuseDefaultPasswordHeld() {
        if (isLoopbackOnly()) {
            return;
        }
        accounts.demonstration().stream()
                .filter(Account::enabled)
                .map(account -> accounts.passwordHash(account.id()).orElseThrow())
                .distinct()
                .filter(hash -> passwords.matches(DemonstrationAccounts.DEFAULT_PASSWORD, hash))
                .findAny()
                .ifPresent(hash -> refuseDefaultPasswordOffLoopback(DemonstrationAccounts.DEFAULT_PASSWORD));
    }

    private boolean isLoopbackOnly() {
        var address = environment.getProperty("server.address", "");
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private String address() {
        return environment.getProperty("server.address", "every network address");
    }
}
