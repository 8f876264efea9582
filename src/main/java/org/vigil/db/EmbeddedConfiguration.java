package org.vigil.db;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigil.db.embedded.EmbeddedMariaDb;

/** Read only where no server is named, so that the jar without the embedded binaries never looks for them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${vigil.db.url:}' == ''")
class EmbeddedConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedMariaDb embeddedMariaDb(DatabaseProperties properties) {
        return EmbeddedMariaDb.open(properties.dataDir(), properties.db().embeddedBufferPool());
    }
}
