package org.vigil.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the engine runs on this node.
 *
 * @param start false keeps the scheduler off, for tests that call the sweeps themselves
 * @param allowGalera the explicit word that a Galera cluster behind VIGIL_DB_URL has one writer only; without it
 *     the engine refuses to run where {@code wsrep_on} is set, since row locks do not reach across Galera nodes
 * @param misfireThreshold how late a firing may be before Quartz calls it missed
 * @param watchInterval how often this node checks its clock, its database and its jobs
 * @param threads jobs that may run at once on this node
 */
@ConfigurationProperties("vigil.engine")
public record EngineProperties(
        @DefaultValue("true") boolean start,
        @DefaultValue("false") boolean allowGalera,
        @DefaultValue("60s") Duration misfireThreshold,
        @DefaultValue("10s") Duration watchInterval,
        @DefaultValue("4") int threads) {}
