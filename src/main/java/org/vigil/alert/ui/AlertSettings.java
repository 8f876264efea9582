package org.vigil.alert.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import org.vigil.security.DutyStateService;
import org.vigil.shared.ui.AlertSignal;
import org.vigil.shared.ui.Notices;

/** How the viewer hears of alerts: kept with the account, so that it holds at every desk. */
final class AlertSettings extends NativeDetails {

    private final DutyStateService duty;
    private final Checkbox sound = new Checkbox("Sound when an alert calls me");
    private final Checkbox title = new Checkbox("Count in the browser's title");

    AlertSettings(DutyStateService duty) {
        super("How I hear of alerts");
        this.duty = duty;
        addClassName("alert-settings");
        var mine = duty.mine();
        sound.setValue(mine.alertSound());
        title.setValue(mine.alertTitleCount());
        sound.addValueChangeListener(change -> save());
        title.addValueChangeListener(change -> save());
        var hint = new Paragraph("Browsers stay silent until you have clicked or typed on the page once.");
        hint.addClassNames("quiet", "small");
        setContent(new Div(sound, title, hint));
    }

    private void save() {
        duty.setAlertPreferences(sound.getValue(), title.getValue());
        AlertSignal.of(this).ifPresent(signal -> {
            signal.prefer(sound.getValue(), title.getValue());
            if (sound.getValue()) {
                // So that one hears at once what to listen for.
                signal.ring();
            }
        });
        Notices.done(sound.getValue() ? "Alerts that call you will sound." : "Saved.");
    }
}
