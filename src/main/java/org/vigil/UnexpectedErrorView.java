package org.vigil;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.vigil.shared.Marking;
import org.vigil.shared.ui.PageHeader;

/** A screen failed to open. It stands without the frame, which may be what failed. */
@AnonymousAllowed
class UnexpectedErrorView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private final UnexpectedErrors errors;
    private final Paragraph reference = new Paragraph();

    UnexpectedErrorView(UnexpectedErrors errors, Marking marking) {
        this.errors = errors;
        var strip = new Div(marking.text());
        strip.addClassName("marking");
        var main = new com.vaadin.flow.component.html.Main();
        main.addClassName("alone");
        main.add(
                new PageHeader("This screen could not be opened", "The fault is the console's, not yours."),
                new Paragraph("Try again in a moment. If it happens again, tell the IT duty desk and give them the reference."),
                reference,
                new Anchor("", "Go to the daily board"));
        add(strip, main);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        reference.setText("Reference: " + errors.log(parameter.getException()));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }

    @Override
    public String getPageTitle() {
        return "Could not be opened · Vigil";
    }
}
