package org.vigil.security;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.security.data.AreaQueries;

/** The force's ground, held in memory; a change made on another node shows within two seconds. */
@Component
public class AreaDirectory {

    /** What stands for no limit at all. */
    public static final String WHOLE_FORCE = "Whole force";

    private static final long CHECK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final AreaQueries queries;
    private volatile @Nullable Ground ground;

    AreaDirectory(AreaQueries queries) {
        this.queries = queries;
    }

    /** Every area, those no longer used included, by code. */
    public List<Area> all() {
        return List.copyOf(ground().byId.values());
    }

    public Optional<Area> byId(long id) {
        return Optional.ofNullable(ground().byId.get(id));
    }

    /** The area with this code, or else the one with this name; neither cares for upper or lower case. */
    public Optional<Area> byCode(String codeOrName) {
        var wanted = codeOrName.strip();
        var areas = ground().byId.values();
        return areas.stream()
                .filter(area -> area.code().equalsIgnoreCase(wanted))
                .findFirst()
                .or(() -> areas.stream()
                        .filter(area -> area.name().equalsIgnoreCase(wanted))
                        .findFirst());
    }

    /** The area and all areas inside it; the area's own id alone where it is unknown. */
    public Set<Long> withDescendants(long id) {
        var known = ground();
        var found = new LinkedHashSet<Long>();
        var open = new ArrayDeque<Long>(List.of(id));
        while (!open.isEmpty()) {
            var next = open.pop();
            if (found.add(next)) {
                open.addAll(known.children.getOrDefault(next, List.of()));
            }
        }
        return found;
    }

    /** The area and all areas that it lies in. */
    public Set<Long> withAncestors(long id) {
        var found = new LinkedHashSet<Long>();
        for (var area = byId(id); area.isPresent() && found.add(area.get().id()); ) {
            area = Optional.ofNullable(area.get().parentId()).flatMap(this::byId);
        }
        return found;
    }

    /** "North › Ashby"; the force itself is named only where it is the area meant. */
    public String pathName(long id) {
        var area = ground().byId.get(id);
        if (area == null) {
            return "Area " + id;
        }
        var parent = area.parentId() == null ? null : ground().byId.get(area.parentId());
        return parent == null || parent.kind() == AreaKind.FORCE
                ? area.name()
                : pathName(parent.id()) + " › " + area.name();
    }

    /** "North › Ashby, South", or that it is the whole force. */
    public String groundName(Collection<Long> areaIds) {
        return areaIds.isEmpty()
                ? WHOLE_FORCE
                : areaIds.stream().map(this::pathName).sorted().collect(Collectors.joining(", "));
    }

    /** Forgets what is held, so that the next question reads the database. */
    void refresh() {
        ground = null;
    }

    private Ground ground() {
        var held = ground;
        var nanos = System.nanoTime();
        if (held != null && nanos - held.checkedNanos < CHECK_EVERY_NANOS) {
            return held;
        }
        var edition = queries.edition();
        var fresh = held != null && held.edition == edition
                ? new Ground(held.byId, held.children, edition, nanos)
                : Ground.of(queries.all(), edition, nanos);
        ground = fresh;
        return fresh;
    }

    private record Ground(Map<Long, Area> byId, Map<Long, List<Long>> children, long edition, long checkedNanos) {

        static Ground of(List<Area> areas, long edition, long checkedNanos) {
            var byId = new LinkedHashMap<Long, Area>();
            var children = new HashMap<Long, List<Long>>();
            for (var area : areas) {
                byId.put(area.id(), area);
                if (area.parentId() != null) {
                    children.merge(area.parentId(), List.of(area.id()), Ground::joined);
                }
            }
            return new Ground(byId, children, edition, checkedNanos);
        }

        private static List<Long> joined(List<Long> one, List<Long> other) {
            var both = new ArrayList<>(one);
            both.addAll(other);
            return both;
        }
    }
}
