package org.vigil.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/**
 * Prints the page once it is logged that it will be. Printing from the browser's own menu is told to the same listener,
 * as soon as the browser says so.
 */
public final class PrintButton extends Div {

    private final Element printer = new Element("vigil-print");
    private int times;

    /** @param printing logs it, gets the page ready for paper, and answers whether it may go there */
    public PrintButton(BooleanSupplier printing) {
        addClassName("no-print");
        printer.addEventListener("paper", event -> printing.getAsBoolean());
        add(new Button("Print", click -> {
            if (printing.getAsBoolean()) {
                printer.setProperty("asked", ++times);
            }
        }));
        getElement().appendChild(printer);
    }

    /** What stands on the paper: who printed it and when. */
    public static String printedBy(Viewer viewer, Instant at) {
        return "Printed by " + viewer.displayName() + ", " + UkTime.moment(at)
                + ". To be kept and destroyed as police information.";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJsModule("context://assets/print.js");
    }
}
