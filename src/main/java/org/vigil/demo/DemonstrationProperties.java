package org.vigil.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.vigil.security.DemonstrationAccounts;

/**
 * What a first start shows; nothing of it on a force's own database server.
 *
 * @param password of every demonstration account
 */
@ConfigurationProperties("vigil.demo")
record DemonstrationProperties(
        @DefaultValue("SMALL") Size data, @DefaultValue(DemonstrationAccounts.DEFAULT_PASSWORD) String password) {

    /** How much of the invented force's past is written. */
    enum Size {
        NONE(0, 0),
        SMALL(21, 30),
        FORCE(365, 110);

        private final int days;
        private final int callsPerDay;

        Size(int days, int callsPerDay) {
            this.days = days;
            this.callsPerDay = callsPerDay;
        }

        int days() {
            return days;
        }

        int callsPerDay() {
            return callsPerDay;
        }
    }
}
