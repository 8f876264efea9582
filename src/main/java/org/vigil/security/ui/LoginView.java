package org.vigil.security.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Optional;
import org.vigil.security.Account;
import org.vigil.security.AccountKind;
import org.vigil.security.DemonstrationAccounts;
import org.vigil.shared.CurrentViewer;

/** The sign-in page: a plain form that password managers know, and plain words when it didn't work. */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · Vigil")
@AnonymousAllowed
@StyleSheet("context://assets/sign-in.css")
class LoginView extends Main implements BeforeEnterObserver {

    private static final int LONGEST_WAIT = 60;

    private final transient CurrentViewer viewer;
    private final Paragraph notice = new Paragraph();

    LoginView(CurrentViewer viewer, DemonstrationAccounts demonstration) {
        this.viewer = viewer;
        addClassName("sign-in");
        var marking = new Div(new Span("OFFICIAL-SENSITIVE"));
        marking.addClassName("marking");
        var card = new Div(new H1("Vigil"), new Paragraph("Domestic abuse operations console"), notice, form());
        card.addClassName("sign-in-card");
        notice.setVisible(false);
        add(marking, card);
        var accounts = demonstration.present();
        if (!accounts.isEmpty()) {
            marking.add(new Span("Demonstration"));
            card.add(demonstrationAccounts(accounts));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (viewer.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        var query = event.getLocation().getQueryParameters();
        query.getSingleParameter("failed")
                .map(why -> failure(why, query))
                .or(() -> query.getSingleParameter("ended").flatMap(LoginView::ending))
                .ifPresent(this::say);
    }

    private void say(String words) {
        notice.setText(words);
        notice.addClassName("sign-in-notice");
        notice.getElement().setAttribute("role", "alert");
        notice.setVisible(true);
    }

    private static String failure(String why, QueryParameters query) {
        var words =
                switch (why) {
                    case "disabled" -> "This account has been disabled. Ask an administrator.";
                    case "machine" -> "This account is for machines: it can use the API only.";
                    case "many" -> "Too many wrong passwords at once.";
                    case "fault" -> "The console could not check the password. Try again in a moment; if it stays, tell"
                            + " the IT duty desk.";
                    default -> "The username or the password is wrong. Nothing is locked: check both and try again.";
                };
        return words + query.getSingleParameter("wait").map(LoginView::waiting).orElse("");
    }

    private static String waiting(String seconds) {
        if (!seconds.matches("[1-9]\\d?")) {
            return "";
        }
        var wait = Math.min(Integer.parseInt(seconds), LONGEST_WAIT);
        return " Wait " + wait + (wait == 1 ? " second" : " seconds") + " before you try again.";
    }

    private static Optional<String> ending(String why) {
        return Optional.ofNullable(
                switch (why) {
                    case "idle" -> "You were signed out because nothing was typed or touched for a while.";
                    case "absolute" -> "You were signed out because a session has an end. Sign in again to go on.";
                    case "changed" -> "You were signed out because your account was changed. Sign in again to go on.";
                    case "disabled" -> "You were signed out because your account was disabled. Ask an administrator.";
                    case "expired", "stopped" -> "Your session has ended. Sign in again to go on.";
                    case "out" -> "You are signed out.";
                    default -> null;
                });
    }

    private static PlainForm form() {
        var username = new TextField("Username");
        username.getElement().setProperty("name", "username");
        username.setAutocomplete(Autocomplete.USERNAME);
        username.getElement().setAttribute("autocapitalize", "none");
        username.setAutofocus(true);
        username.setRequiredIndicatorVisible(false);
        var password = new PasswordField("Password");
        password.getElement().setProperty("name", "password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        var button = new NativeButton("Sign in");
        button.getElement().setAttribute("type", "submit");
        button.addClassName("sign-in-button");
        var form = new PlainForm();
        form.add(username, password, button);
        return form;
    }

    private static Div demonstrationAccounts(List<Account> accounts) {
        var list = new UnorderedList();
        for (var account : accounts) {
            var duties = String.join(
                    ", ", account.duties().stream().map(duty -> duty.label()).toList());
            var name = new Span(account.username());
            name.addClassName("mono");
            var machine = account.kind() == AccountKind.MACHINE;
            list.add(new ListItem(name, new Span(machine ? duties + " (API only)" : duties)));
        }
        var part = new Div(
                new H2("Demonstration accounts"),
                new Paragraph("Invented people and places. All of these accounts have the password that the console"
                        + " printed when it started."),
                list);
        part.addClassName("sign-in-demonstration");
        return part;
    }

    /** A form that the browser itself sends, so that its password manager sees it. */
    @Tag("form")
    private static final class PlainForm extends HtmlContainer {

        PlainForm() {
            getElement().setAttribute("method", "post").setAttribute("action", "login");
        }
    }
}
