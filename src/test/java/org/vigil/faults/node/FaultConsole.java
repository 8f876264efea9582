package org.vigil.faults.node;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.vigil.VigilApplication;
import org.vigil.audit.AuditVerifier;
import org.vigil.audit.VerificationProgress;
import org.vigil.shared.Viewer;
import org.vigil.shared.jobs.FaultPoint;

/**
 * The real console, with what a test can reach through files in a folder: a clock that can be set wrong, a place at which
 * it stops, a job that can't be created, and the verification of its audit log.
 */
public final class FaultConsole {

    private FaultConsole() {}

    /** First argument: the control folder of this node; the others are the console's own. */
    public static void main(String[] args) {
        var controls = new FaultControls(Path.of(args[0]));
        var rest = Arrays.copyOfRange(args, 1, args.length);
        var context = new SpringApplicationBuilder(VigilApplication.class)
                .initializers(fresh -> register((GenericApplicationContext) fresh, controls))
                .run(rest);
        var port = ((WebServerApplicationContext) context).getWebServer().getPort();
        controls.ready(port, instanceId(context.getBean(Scheduler.class)));
        controls.onVerify(() -> {
            var verifier = context.getBean(AuditVerifier.class);
            var found = verifier.verify(Viewer.engine(), VerificationProgress.silent());
            return (found.intact() ? "intact " : "broken ") + found.entries() + " " + found.words();
        });
    }

    private static void register(GenericApplicationContext context, FaultControls controls) {
        context.registerBean("nodeClock", Clock.class, controls::clock, definition -> {
            ((AbstractBeanDefinition) definition).setDefaultCandidate(false);
        });
        context.registerBean("faultPoint", FaultPoint.class, () -> controls::reached);
        context.registerBean("failingJobs", FailingJobs.class, () -> new FailingJobs(controls));
    }

    private static String instanceId(Scheduler scheduler) {
        try {
            return scheduler.getSchedulerInstanceId();
        } catch (SchedulerException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
