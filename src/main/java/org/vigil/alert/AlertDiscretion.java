package org.vigil.alert;

import java.util.Collection;
import java.util.Set;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.Viewer;

/** What a module knows of its records that an alert about them must not tell everybody who sees the alert. */
public interface AlertDiscretion {

    /** Those of these records of whose alerts the viewer sees that they are there, and nothing that anybody wrote. */
    Set<SubjectRef> heldBack(Viewer viewer, Collection<SubjectRef> subjects);
}
