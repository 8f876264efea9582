package org.vigil;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;
import org.vigil.alert.AlertCounts;
import org.vigil.alert.AlertFeed;
import org.vigil.alert.AlertService;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.ui.LiveRefresh;

/** Keeps the count of alerts in the navigation alive. */
@SpringComponent
@Scope("prototype")
class AlertWatch {

    private final AlertService alerts;
    private final AlertFeed feed;
    private final CurrentViewer viewer;
    private @Nullable LiveRefresh<AlertCounts> refresh;
    private AlertFeed.@Nullable Registration subscription;

    AlertWatch(AlertService alerts, AlertFeed feed, CurrentViewer viewer) {
        this.alerts = alerts;
        this.feed = feed;
        this.viewer = viewer;
    }

    void start(Component screen, IntConsumer unacknowledged) {
        viewer.find().ifPresent(who -> {
            var counting = new LiveRefresh<>(
                    screen, alerts::counts, counts -> unacknowledged.accept(counts.unacknowledged()));
            refresh = counting;
            subscription = feed.subscribe(who, changes -> counting.request());
            counting.now();
        });
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
