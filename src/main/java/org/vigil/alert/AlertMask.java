package org.vigil.alert;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.Viewer;

/** Takes out of alerts what a viewer must not read; that something is due shows still. */
@Component
class AlertMask {

    private static final String HELD = "Held back: not all of what it is about may be shown to you.";

    private final List<AlertDiscretion> modules;

    AlertMask(List<AlertDiscretion> modules) {
        this.modules = List.copyOf(modules);
    }

    List<AlertRow> rows(Viewer viewer, List<AlertRow> rows) {
        var held = held(viewer, rows.stream().map(AlertRow::subject).toList());
        return rows.stream().map(row -> held.contains(row.subject()) ? row.withoutWords(HELD) : row).toList();
    }

    List<AlertDetail> details(Viewer viewer, List<AlertDetail> details) {
        var held = held(viewer, details.stream().map(detail -> detail.alert().subject()).toList());
        return details.stream()
                .map(detail -> held.contains(detail.alert().subject()) ? masked(detail) : detail)
                .toList();
    }

    private static AlertDetail masked(AlertDetail detail) {
        return new AlertDetail(
                detail.alert().withoutWords(HELD),
                detail.audience(),
                detail.people(),
                detail.history().stream()
                        .map(event -> new AlertEvent(
                                event.id(), event.at(), event.kind(), event.by(), event.severity(),
                                event.note() == null ? null : HELD))
                        .toList());
    }

    private Set<SubjectRef> held(Viewer viewer, Collection<SubjectRef> subjects) {
        var asked = new HashSet<>(subjects);
        var held = new HashSet<SubjectRef>();
        if (!asked.isEmpty()) {
            modules.forEach(module -> held.addAll(module.heldBack(viewer, asked)));
        }
        return held;
    }
}
