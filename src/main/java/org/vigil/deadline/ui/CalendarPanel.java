package org.vigil.deadline.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import org.vigil.deadline.CalendarEdition;
import org.vigil.deadline.CalendarService;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.ui.Facts;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.Panel;

/** Which bank holidays the clocks know, and, for the administrator, the upload of the published list. */
final class CalendarPanel extends Div {

    private final CalendarService service;
    private final Facts facts = new Facts();
    private final Div outcome = new Div();
    private final Panel panel = new Panel("Bank holidays", new Div(facts));

    CalendarPanel(CalendarService service) {
        this.service = service;
        outcome.getElement().setAttribute("role", "alert");
        outcome.setVisible(false);
        add(panel);
    }

    void show(List<CalendarEdition> editions) {
        facts.show(editions.isEmpty()
                ? new Facts().with("Known", "no year: clocks that need them can't be worked out")
                : facts(editions.getFirst()));
    }

    private static Facts facts(CalendarEdition newest) {
        return new Facts()
                .with("Known", newest.firstYear() + " to " + newest.lastYear() + ", England and Wales")
                .with("From", newest.sourceName())
                .with("Loaded", ClockWords.loaded(newest));
    }

    /** Lets the administrator load the JSON that gov.uk publishes. */
    void offerUpload(Runnable taken) {
        var upload = new Upload(UploadHandler.inMemory((file, bytes) -> take(bytes, file.fileName(), taken)));
        upload.setMaxFiles(1);
        upload.setDropAllowed(false);
        upload.setUploadButton(new Button("Upload the published list"));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        var where = new Paragraph("The JSON from gov.uk/bank-holidays. It is taken whole or refused whole.");
        where.addClassNames("quiet", "small");
        panel.add(where, upload, outcome);
    }

    private void take(byte[] bytes, String name, Runnable taken) {
        try {
            var upload = service.upload(bytes, name);
            outcome.setVisible(false);
            Notices.done(
                    upload.taken()
                            ? "Bank holidays " + upload.firstYear() + " to " + upload.lastYear() + " loaded; "
                                    + upload.clocksChanged() + " running clocks changed"
                            : "The calendar says the same already: nothing changed");
            taken.run();
        } catch (InvalidInputException refused) {
            outcome.removeAll();
            outcome.addClassNames("callout", "tone-bad");
            outcome.add(new Paragraph("The file " + refused.getMessage()));
            outcome.setVisible(true);
        }
    }
}
