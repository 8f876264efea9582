package org.vigil;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigil.db.DatabaseProperties;
import org.vigil.security.DemonstrationAccounts;
import org.vigil.shared.Marking;

/** Decides once what marking this console carries. */
@Configuration(proxyBeanMethods = false)
class MarkingConfiguration {

    /** The mark follows the data: what was made as a demonstration is one, whatever the switch says at a later start. */
    @Bean
    Marking marking(
            DatabaseProperties database,
            DemonstrationAccounts accounts,
            @Value("${vigil.demo.data:small}") String demoData) {
        return marking(database.ownServer(), demoData, accounts.any());
    }

    static Marking marking(boolean ownServer, String demoData, boolean isMade) {
        return new Marking(isMade || !ownServer && !"none".equalsIgnoreCase(demoData.strip()));
    }
}
