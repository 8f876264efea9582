package org.vigil.engine.jobs;

import java.util.Optional;
import org.quartz.Job;
import org.quartz.JobExecutionException;
import org.quartz.spi.TriggerFiredBundle;
import org.springframework.scheduling.quartz.SpringBeanJobFactory;
import org.vigil.security.EngineScope;

/** Creates jobs with their beans, and runs each as the engine: nobody is signed in on a job's thread. */
final class EngineJobFactory extends SpringBeanJobFactory {

    @Override
    protected Object createJobInstance(TriggerFiredBundle bundle) throws Exception {
        var job = (Job) super.createJobInstance(bundle);
        return (Job) context -> {
            var problem = EngineScope.call(() -> {
                try {
                    job.execute(context);
                    return Optional.<JobExecutionException>empty();
                } catch (JobExecutionException thrown) {
                    return Optional.of(thrown);
                }
            });
            if (problem.isPresent()) {
                throw problem.get();
            }
        };
    }
}
