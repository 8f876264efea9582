package org.vigil.custody;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was weighed before a decision on bail.
 *
 * @param risk the risk to the victim, as identified
 * @param considered what was looked at
 * @param victimViews what the victim said
 * @param notAskedWhy why the victim's views could not be asked
 */
public record ReleaseRisk(
        @Nullable String risk, List<String> considered, @Nullable String victimViews, @Nullable String notAskedWhy) {

    public static final ReleaseRisk NONE = new ReleaseRisk(null, List.of(), null, null);

    public ReleaseRisk {
        considered = List.copyOf(considered);
    }
}
