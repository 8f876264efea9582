package org.vigil.security.ui;

import java.util.Collection;
import java.util.stream.Collectors;
import org.vigil.security.AreaDirectory;

/** How the administration writes what several of its screens show. */
final class AccountWords {

    static final String WHOLE_FORCE = "Whole force";

    private AccountWords() {}

    /** "North › Ashby, South", or that it is the whole force. */
    static String ground(Collection<Long> areaIds, AreaDirectory areas) {
        return areaIds.isEmpty()
                ? WHOLE_FORCE
                : areaIds.stream().map(areas::pathName).sorted().collect(Collectors.joining(", "));
    }
}
