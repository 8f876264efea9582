package org.vigil.audit.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigil.audit.AuditService;
import org.vigil.audit.Verification;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Tone;

/** Says whether the log is whole, and checks it when asked. */
final class VerifyPanel extends Section {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyPanel.class);

    private final AuditService service;
    private final Paragraph verdict = new Paragraph();
    private final Paragraph when = new Paragraph();
    private final ProgressBar progress = new ProgressBar(0, 1);
    private final Button button = new Button("Verify the log now");
    private int shownPercent = -1;

    VerifyPanel(AuditService service) {
        this.service = service;
        addClassName("callout");
        getElement().setAttribute("aria-label", "Whether the log is whole");
        verdict.getElement().setAttribute("role", "status");
        when.addClassNames("quiet", "small");
        progress.setVisible(false);
        progress.getElement().setAttribute("aria-label", "Entries checked");
        button.setDisableOnClick(true);
        button.addClickListener(click -> verify());
        var words = new Div(verdict, when, progress);
        words.addClassName("audit-verdict");
        var line = new Div(words, button);
        line.addClassName("cluster");
        add(line);
    }

    /** Shows how the latest check of any node or night went. */
    void showLast() {
        service.lastVerification().ifPresentOrElse(this::show, () -> {
            verdict.setText("The log has not been checked yet.");
            when.setText("It is checked each night at 02:30 UTC.");
        });
    }

    private void verify() {
        var ui = getUI().orElseThrow();
        verdict.setText("Checking the log…");
        when.setText("");
        tone(null);
        progress.setValue(0);
        progress.setVisible(true);
        shownPercent = -1;
        var check = new DelegatingSecurityContextRunnable(() -> run(ui), SecurityContextHolder.getContext());
        Thread.ofVirtual().name("audit-verify").start(check);
    }

    private void run(UI ui) {
        try {
            var result = service.verify((done, total) -> report(ui, done, total));
            ui.access(() -> show(result));
        } catch (RuntimeException problem) {
            LOG.warn("The audit log could not be checked", problem);
            ui.access(() -> {
                verdict.setText("The log could not be checked to its end: the database did not answer, or this check is"
                        + " not allowed. Nothing was found so far; try again.");
                tone(Tone.WARN);
                ended();
            });
        }
    }

    private void report(UI ui, long done, long total) {
        var percent = (int) (done * 100 / Math.max(1, total));
        if (percent != shownPercent) {
            shownPercent = percent;
            ui.access(() -> {
                progress.setValue(percent / 100.0);
                when.setText(String.format(Locale.UK, "%,d of %,d entries", done, total));
            });
        }
    }

    private void show(Verification result) {
        verdict.setText(result.words());
        when.setText("Checked " + UkTime.moment(result.finishedAt()) + ", asked for by "
                + (result.askedBy().equals("engine") ? "the nightly job" : result.askedBy()));
        tone(result.intact() ? Tone.OK : Tone.BAD);
        ended();
    }

    private void ended() {
        progress.setVisible(false);
        button.setEnabled(true);
    }

    private void tone(@Nullable Tone now) {
        for (var each : Tone.values()) {
            setClassName(each.cssClass(), each == now);
        }
    }
}
