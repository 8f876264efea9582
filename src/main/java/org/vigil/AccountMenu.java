package org.vigil;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Scope;
import org.vigil.security.Account;
import org.vigil.security.AreaDirectory;
import org.vigil.security.DutyStateService;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Notices;

/** Who is signed in, as what and where; on duty or off; how alerts are heard; the way out. */
@SpringComponent
@Scope("prototype")
@Tag("details")
class AccountMenu extends Component {

    private final DutyStateService duty;
    private final Span name = new Span();
    private final Span where = new Span();
    private final Span off = new Span();
    private final Paragraph state = new Paragraph();
    private final NativeButton sign = new NativeButton();

    AccountMenu(
            DutyStateService duty, AreaDirectory areas, CurrentViewer viewer, AuthenticationContext authentication) {
        this.duty = duty;
        getElement().getClassList().add("account");
        var summary = new Element("summary");
        summary.appendChild(name.getElement(), where.getElement(), off.getElement());
        where.addClassName("where");
        off.addClassName("duty-off");
        var card = new Div();
        card.addClassName("account-card");
        getElement().appendChild(summary, card.getElement());
        if (viewer.find().isEmpty()) {
            name.setText("Not signed in");
            return;
        }
        var mine = duty.mine();
        name.setText(mine.displayName());
        where.setText("· " + mine.duties().stream().sorted().map(Duty::label).collect(Collectors.joining(", ")) + " · "
                + areas.groundName(mine.areaIds()));
        sign.addClassName("plain-button");
        sign.addClickListener(click -> turn());
        card.add(state, sign, new Hr());
        card.getElement().appendChild(new Element("vigil-scheme"));
        card.add(keys(), leave(authentication));
        show(mine);
    }

    private void turn() {
        var done = Notices.attempt(() -> {
            if (duty.mine().signedOn()) {
                duty.signOff();
            } else {
                duty.signOn();
            }
        });
        if (done) {
            var mine = duty.mine();
            show(mine);
            Notices.done(mine.signedOn() ? "You are signed on: alerts come to you" : "You are signed off duty");
        }
    }

    private void show(Account mine) {
        var since = mine.signedOnSince();
        state.setText(
                since == null
                        ? "Off duty. Alerts go to whoever of your duty is signed on."
                        : "On duty since " + UkTime.moment(since) + ".");
        sign.setText(since == null ? "Sign on duty" : "Sign off duty");
        off.setText(since == null ? "Off duty" : "");
    }

    private static NativeButton keys() {
        var help = new NativeButton("Keyboard shortcuts");
        help.addClassName("plain-button");
        help.getElement().setAttribute("data-help", true).setAttribute("data-closes", true);
        return help;
    }

    private static NativeButton leave(AuthenticationContext authentication) {
        var leave = new NativeButton("Log out", click -> authentication.logout());
        leave.addClassName("plain-button");
        return leave;
    }
}
