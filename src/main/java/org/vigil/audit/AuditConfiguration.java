package org.vigil.audit;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigil.audit.data.AnchorFile;
import org.vigil.db.DatabaseProperties;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class AuditConfiguration {

    @Bean
    AnchorFile anchorFile(AuditProperties audit, DatabaseProperties database) {
        var named = audit.anchorFile();
        return new AnchorFile(named != null ? named : database.dataDir().resolve("audit-anchors.log"));
    }
}
