package org.vigil.incident;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.incident.data.NamedCalls;
import org.vigil.shared.Viewer;

/** Finds calls by what another system calls them; whoever shows what was found writes to the audit log. */
@Component
public class CallsByName {

    private final NamedCalls calls;

    CallsByName(NamedCalls calls) {
        this.calls = calls;
    }

    /** A call's name; the source is empty where nobody said it. */
    public record Name(String source, String reference) {}

    /** @param id the call's key where the viewer may open it, null where they may not */
    public record Found(@Nullable Long id) {}

    /** Those of these calls that the console holds, whoever may see them; of several so called the newest. */
    public Map<Name, Found> find(Viewer viewer, Collection<Name> names) {
        return calls.find(viewer, names);
    }
}
