package org.vigil.demo;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.vigil.security.Account;
import org.vigil.security.DemonstrationAccounts;
import org.vigil.shared.Duty;

/** Says, once the console is ready, where it is and who can sign in. */
@Component
class Announcement {

    private static final Logger LOG = LoggerFactory.getLogger("vigil");

    private final DemonstrationAccounts accounts;
    private final DemonstrationProperties properties;
    private final Environment environment;

    Announcement(DemonstrationAccounts accounts, DemonstrationProperties properties, Environment environment) {
        this.accounts = accounts;
        this.properties = properties;
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
            return;
        }
        var people = accounts.present();
        LOG.info(
                "\n\n  Vigil is ready: http://{}:{}\n{}",
                shownHost(environment.getProperty("server.address", "127.0.0.1")),
                web.getWebServer().getPort(),
                people.isEmpty() ? "" : "\n" + people.stream().map(Announcement::line).collect(Collectors.joining("\n"))
                        + "\n\n  All with the password " + shownPassword() + "\n");
    }

    private static String shownHost(String address) {
        return address.equals("127.0.0.1") || address.equals("::1") ? "localhost" : address;
    }

    /** A password that somebody chose is not written into a log. */
    private String shownPassword() {
        return properties.password().equals(DemonstrationAccounts.DEFAULT_PASSWORD)
                ? properties.password()
                : "given by vigil.demo.password";
    }

    private static String line(Account account) {
        return "  %-14s %s".formatted(
                account.username(), account.duties().stream().map(Duty::label).collect(Collectors.joining(", ")));
    }
}
