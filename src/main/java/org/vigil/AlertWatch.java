package org.vigil;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;
import org.vigil.alert.AlertCounts;
import org.vigil.alert.AlertFeed;
import org.vigil.alert.AlertService;
import org.vigil.security.DutyStateService;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.ui.AlertSignal;
import org.vigil.shared.ui.LiveRefresh;

/** Keeps the count of alerts in the navigation and the browser's title alive, and sounds when one calls the viewer. */
@SpringComponent
@Scope("prototype")
class AlertWatch {

    private final AlertService alerts;
    private final AlertFeed feed;
    private final CurrentViewer viewer;
    private final DutyStateService duty;
    private final AtomicBoolean called = new AtomicBoolean();
    private @Nullable LiveRefresh<Seen> refresh;
    private AlertFeed.@Nullable Registration subscription;

    private record Seen(AlertCounts counts, boolean sound, boolean titleCount) {}

    AlertWatch(AlertService alerts, AlertFeed feed, CurrentViewer viewer, DutyStateService duty) {
        this.alerts = alerts;
        this.feed = feed;
        this.viewer = viewer;
        this.duty = duty;
    }

    void start(Component screen, IntConsumer unacknowledged, AlertSignal signal) {
        viewer.find().ifPresent(who -> {
            var counting = new LiveRefresh<>(screen, this::see, seen -> {
                unacknowledged.accept(seen.counts().unacknowledged());
                signal.prefer(seen.sound(), seen.titleCount());
                signal.setCount(seen.counts().unacknowledged());
                if (called.getAndSet(false)) {
                    signal.ring();
                }
            });
            refresh = counting;
            subscription = feed.subscribe(who, changes -> {
                if (changes.changes().stream().anyMatch(change -> change.calledNow().contains(who.accountId()))) {
                    called.set(true);
                }
                counting.request();
            });
            counting.now();
        });
    }

    private Seen see() {
        var mine = duty.mine();
        return new Seen(alerts.counts(), mine.alertSound(), mine.alertTitleCount());
    }

    void stop() {
        if (subscription != null) {
            subscription.remove();
        }
        if (refresh != null) {
            refresh.close();
        }
    }
}
