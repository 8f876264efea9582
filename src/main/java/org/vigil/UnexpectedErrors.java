package org.vigil;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.FaultReference;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.ui.Notices;

/** Logs what nobody expected under a reference that the user is shown, and never shows more than that. */
@Component
class UnexpectedErrors {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

    /** Logs the problem; answers the reference, such as "K7QX-2MHB". */
    String log(Throwable problem) {
        var reference = FaultReference.next();
        LOG.error("Unexpected error, reference {}", reference, problem);
        return reference;
    }

    /** What a button or a push ran into. */
    void handle(ErrorEvent event) {
        var problem = event.getThrowable();
        if (UI.getCurrent() == null) {
            log(problem);
        } else if (problem instanceof RuntimeException expected && isExpected(problem)) {
            Notices.attempt(() -> {
                throw expected;
            });
        } else {
            Notices.problem("That did not work, and the fault is the console's. Try again; if it happens again, give this"
                    + " reference to the IT duty desk: " + log(problem));
        }
    }

    private static boolean isExpected(Throwable problem) {
        return problem instanceof InvalidInputException
                || problem instanceof ChangedMeanwhileException
                || problem instanceof AccessDeniedException;
    }
}
