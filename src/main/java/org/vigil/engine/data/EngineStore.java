package org.vigil.engine.data;

import static org.vigil.db.generated.Tables.ENGINE_HEARTBEAT;
import static org.vigil.db.generated.Tables.ENGINE_NODE;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.shared.jobs.JobCounts;

/** Writes of the engine. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class EngineStore {

    private final DSLContext sql;

    EngineStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Says that a node is there and how it does; forgets nodes that have not been seen since the given instant. */
    public void seen(
            String node, Instant startedAt, Instant seenAt, @Nullable String problem, Instant forgetBefore) {
        sql.insertInto(ENGINE_NODE)
                .set(ENGINE_NODE.NODE, node)
                .set(ENGINE_NODE.STARTED_AT, startedAt)
                .set(ENGINE_NODE.SEEN_AT, seenAt)
                .set(ENGINE_NODE.STANDING_BY, problem != null)
                .set(ENGINE_NODE.PROBLEM, problem)
                .onDuplicateKeyUpdate()
                .set(ENGINE_NODE.SEEN_AT, seenAt)
                .set(ENGINE_NODE.STANDING_BY, problem != null)
                .set(ENGINE_NODE.PROBLEM, problem)
                .execute();
        sql.deleteFrom(ENGINE_NODE).where(ENGINE_NODE.SEEN_AT.lt(forgetBefore)).execute();
    }

    /** Notes that a job ran through to its end. */
    public void beat(String job, Instant finishedAt, String node, JobCounts counts) {
        sql.insertInto(ENGINE_HEARTBEAT)
                .set(ENGINE_HEARTBEAT.JOB, job)
                .set(ENGINE_HEARTBEAT.FINISHED_AT, finishedAt)
                .set(ENGINE_HEARTBEAT.NODE, node)
                .set(ENGINE_HEARTBEAT.EXAMINED, counts.examined())
                .set(ENGINE_HEARTBEAT.RAISED, counts.raised())
                .set(ENGINE_HEARTBEAT.FAILED, counts.failed())
                .onDuplicateKeyUpdate()
                .set(ENGINE_HEARTBEAT.FINISHED_AT, finishedAt)
                .set(ENGINE_HEARTBEAT.NODE, node)
                .set(ENGINE_HEARTBEAT.EXAMINED, counts.examined())
                .set(ENGINE_HEARTBEAT.RAISED, counts.raised())
                .set(ENGINE_HEARTBEAT.FAILED, counts.failed())
                .setNull(ENGINE_HEARTBEAT.PROBLEM)
                .execute();
    }

    /** Notes what a job's run threw; when it last ran through stays as it was. */
    public void failed(String job, String node, String problem) {
        sql.insertInto(ENGINE_HEARTBEAT)
                .set(ENGINE_HEARTBEAT.JOB, job)
                .set(ENGINE_HEARTBEAT.NODE, node)
                .set(ENGINE_HEARTBEAT.EXAMINED, 0)
                .set(ENGINE_HEARTBEAT.RAISED, 0)
                .set(ENGINE_HEARTBEAT.FAILED, 0)
                .set(ENGINE_HEARTBEAT.PROBLEM, problem)
                .onDuplicateKeyUpdate()
                .set(ENGINE_HEARTBEAT.NODE, node)
                .set(ENGINE_HEARTBEAT.PROBLEM, problem)
                .execute();
    }
}
