package org.vigil.testkit;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.vigil.security.AccountService;
import org.vigil.security.StaffDirectory;

@TestConfiguration(proxyBeanMethods = false)
class TestKitConfiguration {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    Staff staff(AccountService accounts, StaffDirectory directory) {
        return new Staff(accounts, directory);
    }

    @Bean
    Databases databases(org.vigil.db.DatabaseAccess access) {
        return new Databases(access);
    }

    @Bean
    Browser browser(org.springframework.core.env.Environment environment, Staff staff) {
        return new Browser(environment, staff);
    }
}
