package org.vigil.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigil.security.AreaDirectory;

/** Which ground a board is about, and whose meetings it follows. */
@Component
class BoardGround {

    private final AreaDirectory areas;

    BoardGround(AreaDirectory areas) {
        this.areas = areas;
    }

    /** "North", "North, South › Ashby"; covered areas that lie in another covered one are not named. */
    String name(Set<Long> covered) {
        return covered.isEmpty()
                ? "Whole force"
                : tops(covered).stream().map(areas::pathName).sorted().collect(Collectors.joining(", "));
    }

    /** The one area that is looked at and those it lies in, nearest first; nothing where there are several or all. */
    List<Long> nearestFirst(Set<Long> covered) {
        var tops = tops(covered);
        var chain = new ArrayList<Long>();
        if (tops.size() == 1) {
            for (var area = areas.byId(tops.getFirst());
                    area.isPresent();
                    area = java.util.Optional.ofNullable(area.get().parentId()).flatMap(areas::byId)) {
                chain.add(area.get().id());
            }
        }
        return chain;
    }

    private List<Long> tops(Set<Long> covered) {
        return covered.stream()
                .filter(id -> areas.byId(id)
                        .map(area -> area.parentId() == null || !covered.contains(area.parentId()))
                        .orElse(false))
                .toList();
    }
}
