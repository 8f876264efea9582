package org.vigil.engine.jobs;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.quartz.autoconfigure.QuartzDataSource;
import org.springframework.boot.quartz.autoconfigure.QuartzTransactionManager;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.vigil.db.DatabaseAccess;
import org.vigil.engine.EngineProperties;

/**
 * Quartz on its clustered store in the console's database. Each setting was measured (docs/decisions): bare Quartz fires
 * twice on a healthy cluster, waits 15 s after each database fault, and would start before the database was judged.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineProperties.class)
class QuartzConfiguration {

    /** The scheduler's name, the same on every node. */
    static final String SCHEDULER = "vigil";

    private static final int SOCKET_TIMEOUT_MILLIS = 10_000;
    private static final int CONNECTION_TIMEOUT_MILLIS = 5_000;
    /** Beside the job threads: the scheduler, the cluster and the misfire thread hold a connection each. */
    private static final int QUARTZ_OWN_THREADS = 3;

    /** Its own small pool, so that neither a busy console starves the engine nor a hung server holds it for ever. */
    @Bean(defaultCandidate = false, destroyMethod = "close")
    @QuartzDataSource
    HikariDataSource quartzDataSource(DatabaseAccess access, EngineProperties properties) {
        var pool = new HikariDataSource();
        pool.setPoolName("quartz");
        pool.setJdbcUrl(access.url().replaceAll("socketTimeout=\\d+", "socketTimeout=" + SOCKET_TIMEOUT_MILLIS));
        pool.setUsername(access.user());
        pool.setPassword(access.password());
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        pool.setValidationTimeout(CONNECTION_TIMEOUT_MILLIS / 2);
        pool.setMinimumIdle(2);
        pool.setMaximumPoolSize(properties.threads() + QUARTZ_OWN_THREADS);
        return pool;
    }

    /** Makes each call on the scheduler from our own threads one transaction, its row lock included. */
    @Bean(defaultCandidate = false)
    @QuartzTransactionManager
    PlatformTransactionManager quartzTransactionManager(@QuartzDataSource DataSource quartzDataSource) {
        return new JdbcTransactionManager(quartzDataSource);
    }

    @Bean
    @Order
    SchedulerFactoryBeanCustomizer quartzSettings(EngineProperties properties, JobWatch watch, ApplicationContext context) {
        var jobs = new EngineJobFactory();
        jobs.setApplicationContext(context);
        return factory -> {
            factory.setSchedulerName(SCHEDULER);
            factory.setQuartzProperties(settings(properties));
            factory.setJobFactory(jobs);
            factory.setGlobalJobListeners(watch);
            factory.setOverwriteExistingJobs(true);
            factory.setWaitForJobsToCompleteOnShutdown(true);
            // EngineGuard starts it, once the database, the schema and the clock are as they must be.
            factory.setAutoStartup(false);
        };
    }

    static Properties settings(EngineProperties engine) {
        var settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        // A trigger that another node, or the watch, sets free is seen within this time; the default is half a minute.
        settings.setProperty("org.quartz.scheduler.idleWaitTime", "2000");
        settings.setProperty("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "20");
        settings.setProperty("org.quartz.scheduler.dbFailureRetryInterval", "2000");
        settings.setProperty("org.quartz.threadPool.threadCount", Integer.toString(engine.threads()));
        settings.setProperty("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
        settings.setProperty("org.quartz.jobStore.tablePrefix", "QRTZ_");
        settings.setProperty("org.quartz.jobStore.isClustered", "true");
        // Without it one trigger fires on two nodes (quartz#107): measured 4 to 18 times in 3,000.
        settings.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        settings.setProperty("org.quartz.jobStore.clusterCheckinInterval", "2000");
        settings.setProperty("org.quartz.jobStore.dbRetryInterval", "2000");
        settings.setProperty(
                "org.quartz.jobStore.misfireThreshold",
                Long.toString(engine.misfireThreshold().toMillis()));
        // No serialised Java objects in the database.
        settings.setProperty("org.quartz.jobStore.useProperties", "true");
        return settings;
    }

    /** This machine's own clock, without the demonstration offset: what the fence compares with the database. */
    @Bean(defaultCandidate = false)
    @Qualifier("nodeClock")
    @ConditionalOnMissingBean(name = "nodeClock")
    Clock nodeClock() {
        return Clock.systemUTC();
    }
}
