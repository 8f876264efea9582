package org.vigil.security.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.security.Area;
import org.vigil.security.AreaKind;

/** What can be done with the force's ground; each rule answers the problem in words, or nothing. */
public final class AreaRules {

    private static final int NAMED_AT_MOST = 3;

    private AreaRules() {}

    /** A district lies in a force and a beat in a district, and both only in one that is in use. */
    public static Optional<String> problemWithNew(AreaKind kind, @Nullable Area parent) {
        if (kind == AreaKind.FORCE) {
            return parent == null ? Optional.empty() : Optional.of("A force lies in no other area.");
        }
        var wanted = kind == AreaKind.DISTRICT ? AreaKind.FORCE : AreaKind.DISTRICT;
        var sentence = "A " + kind.label().toLowerCase() + " lies in a " + wanted.label().toLowerCase() + ": ";
        if (parent == null) {
            return Optional.of(sentence + "choose one.");
        }
        if (parent.kind() != wanted) {
            return Optional.of(sentence + parent.name() + " is a " + parent.kind().label().toLowerCase() + ".");
        }
        return parent.active()
                ? Optional.empty()
                : Optional.of(parent.name() + " is no longer in use: take it back into use first.");
    }

    /**
     * An area can be taken out of use once nothing in use lies in it and nobody is limited to it.
     *
     * @param inside the areas in use directly inside
     * @param people the names of those whose account is limited to the area
     */
    public static Optional<String> problemWithEnding(Area area, List<Area> inside, List<String> people) {
        if (!inside.isEmpty()) {
            return Optional.of(area.name() + " can't be taken out of use while areas inside it are in use: "
                    + some(inside.stream().map(Area::name).toList()) + ". Take those out of use first.");
        }
        if (!people.isEmpty()) {
            return Optional.of(area.name() + " can't be taken out of use while accounts are limited to it: "
                    + some(people) + ". Give them other areas first.");
        }
        return Optional.empty();
    }

    /** An area comes back into use only inside one that is in use. */
    public static Optional<String> problemWithReviving(Area area, @Nullable Area parent) {
        return parent == null || parent.active()
                ? Optional.empty()
                : Optional.of(area.name() + " lies in " + parent.name()
                        + ", which is out of use: take that back into use first.");
    }

    private static String some(List<String> names) {
        var named = String.join(", ", names.subList(0, Math.min(NAMED_AT_MOST, names.size())));
        var more = names.size() - NAMED_AT_MOST;
        return more > 0 ? named + " and " + more + " more" : named;
    }
}
