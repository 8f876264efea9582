package org.vigil.person.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import org.vigil.person.Certificate;
import org.vigil.person.rules.ErasureRules;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Facts;
import org.vigil.shared.ui.Panel;

/** A certificate of erasure: what was taken away, how much of it, and what is left. */
final class CertificatePanel extends Div {

    CertificatePanel(Certificate certificate) {
        var facts = new Facts()
                .with("Number", certificate.number())
                .with("Record", "Person " + certificate.person())
                .with("Done", certificate.kind().label())
                .with("When", UkTime.moment(certificate.at()))
                .with("By", certificate.by())
                .with("Reason", certificate.reason())
                .with("Review group", Integer.toString(certificate.group()))
                .with("Review was due", certificate.reviewWasDueOn() == null ? null : UkTime.day(certificate.reviewWasDueOn()))
                .with("Values in the audit log", certificate.logErasedAt() == null
                        ? "Are erased within minutes"
                        : "Erased from " + certificate.logEntries() + " entries on " + UkTime.moment(certificate.logErasedAt()));
        var counts = new Facts();
        certificate.counts().forEach((what, number) -> counts.with(what.label(), Integer.toString(number)));
        var remains = new UnorderedList();
        ErasureRules.remains(certificate.kind()).forEach(line -> remains.add(new ListItem(line)));
        addClassName("stack");
        add(
                new Panel("Certificate of erasure " + certificate.number(), facts),
                new Panel("What was erased, and how much", counts),
                new Panel("What remains, and why", remains));
    }
}
