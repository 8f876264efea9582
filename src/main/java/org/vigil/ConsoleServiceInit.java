package org.vigil;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Locale;

/** What holds for every page: British English, the modules of the frame, and what is said when a session ends. */
@SpringComponent
class ConsoleServiceInit implements VaadinServiceInitListener {

    private final UnexpectedErrors errors;

    ConsoleServiceInit(UnexpectedErrors errors) {
        this.errors = errors;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(ConsoleServiceInit::complete);
        event.getSource().addUIInitListener(init -> init.getUI().setLocale(Locale.UK));
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(errors::handle));
        event.getSource().setSystemMessagesProvider(info -> messages());
    }

    private static void complete(IndexHtmlResponse response) {
        var page = response.getDocument();
        page.getElementsByTag("html").attr("lang", "en-GB");
        page.head().appendElement("script").attr("src", "assets/theme.js");
        page.head().appendElement("script").attr("type", "module").attr("src", "assets/shell.js");
        page.head().appendElement("link").attr("rel", "icon").attr("href", "assets/vigil.svg");
        page.body().appendElement("noscript").text("Vigil needs JavaScript, which this browser has switched off.");
    }

    private static CustomizedSystemMessages messages() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption("Your session has ended");
        messages.setSessionExpiredMessage("Press here to sign in again. Nobody else can see what was on this screen.");
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption("The console could not carry on with this page");
        messages.setInternalErrorMessage("Press here to load it again. What was saved is kept.");
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption("Cookies are switched off");
        messages.setCookiesDisabledMessage("Vigil needs cookies to keep you signed in. Switch them on, then press here.");
        return messages;
    }
}
