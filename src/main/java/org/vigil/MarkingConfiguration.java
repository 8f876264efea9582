package org.vigil;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigil.db.DatabaseProperties;
import org.vigil.shared.Marking;

/** Decides once what marking this console carries. */
@Configuration(proxyBeanMethods = false)
class MarkingConfiguration {

    @Bean
    Marking marking(DatabaseProperties database, @Value("${vigil.demo.data:small}") String demoData) {
        return new Marking(!database.ownServer() && !"none".equals(demoData));
    }
}
