package org.vigil.person.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.vigil.person.PersonPhotographs;
import org.vigil.person.Photographs.Photograph;
import org.vigil.person.rules.Picture;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.DayField;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.ReasonField;

/** What the person looks like, with the day on which they looked so. */
final class PhotographPanel extends Div {

    private static final int GONE = 404;

    private final Editor editor;
    private final PersonPhotographs photographs;
    private final Div figure = new Div();
    private final InPlace place = new InPlace();
    private final Paragraph explained = new Paragraph();
    private final Button off = AboutPanels.small("Take it off", this::end);
    private @Nullable Photograph shown;

    PhotographPanel(Editor editor, PersonPhotographs photographs) {
        this.editor = editor;
        this.photographs = photographs;
        figure.addClassName("person-photograph");
        addClassNames("person-photograph-form", "no-print");
        explained.addClassName("quiet");
        var panel = new Panel("Photograph", explained, place);
        panel.addToHead(AboutPanels.small("Add a photograph", this::add), off);
        add(panel);
    }

    /** The picture itself, which stands at the top of the page where there is one. */
    Div figure() {
        return figure;
    }

    void show() {
        var now = photographs.latest(editor.id()).orElse(null);
        setVisible(editor.allowed());
        off.setVisible(now != null);
        figure.setVisible(now != null);
        explained.setText(now == null ? "No photograph is held." : "The latest stands at the top of the page.");
        if (now != null && now.equals(shown)) {
            return;
        }
        shown = now;
        figure.removeAll();
        if (now != null) {
            var image = new Image(served(editor.id(), now.id()), "Photograph of " + editor.person().name());
            figure.add(image, new Paragraph(
                    "Taken " + UkTime.day(now.takenOn()) + ", " + now.source()));
        }
    }

    /** An address of this session alone; whether the viewer may still see it is asked each time it is called. */
    private DownloadHandler served(long person, long photograph) {
        return DownloadHandler.fromInputStream(event -> {
                    event.getResponse().setHeader("Cache-Control", "no-store");
                    return photographs
                            .content(person, photograph)
                            .map(jpeg -> new DownloadResponse(
                                    new ByteArrayInputStream(jpeg), "photograph.jpg", "image/jpeg", jpeg.length))
                            .orElseGet(() -> DownloadResponse.error(GONE));
                })
                .inline();
    }

    private void add() {
        var file = new AtomicReference<byte[]>();
        var upload = new Upload(UploadHandler.inMemory((meta, bytes) -> file.set(bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Picture.LARGEST);
        upload.setAcceptedMimeTypes("image/jpeg", "image/png");
        var taken = new DayField("Taken on", editor.clock());
        var source = PartFields.text("Where it comes from, such as a custody record", null);
        source.setMaxLength(120);
        place.open("Add a photograph: a JPEG or PNG of at most 5 MB", List.of(upload, taken, source), "Add it", () ->
                editor.attempt("Photograph added", () -> {
                    var day = PartFields.day(taken);
                    if (file.get() == null || day == null) {
                        throw new InvalidInputException(
                                "photograph", file.get() == null ? "Choose a picture first." : "Say on which day it was taken.");
                    }
                    photographs.add(editor.id(), editor.version(), file.get(), day, source.getValue());
                }));
    }

    private void end() {
        var why = new ReasonField("Why");
        place.open("Take the photograph off", List.of(why), "Take it off the page", () -> why.read()
                .map(reason -> editor.attempt("Photograph taken off", () -> {
                    if (shown != null) {
                        photographs.end(editor.id(), editor.version(), shown.id(), reason);
                    }
                }))
                .orElse(false));
    }
}
