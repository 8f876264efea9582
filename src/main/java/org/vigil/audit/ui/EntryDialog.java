package org.vigil.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.vigil.audit.AuditEntryView;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Facts;

/** One entry in full: who, when, why, which fields changed, what was shown, and its place in the chain. */
final class EntryDialog extends Dialog {

    EntryDialog(AuditEntryView entry) {
        super("Entry " + entry.reference() + " · " + entry.row().what());
        addClassName("audit-entry");
        setWidth("50rem");
        var content = new Div(facts(entry), fields(entry), shown(entry), place(entry));
        // On a telephone it scrolls, and whoever has no pointer must be able to.
        content.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", "The entry");
        add(content);
        var close = new Button("Close", click -> close());
        getFooter().add(close);
        close.focus();
    }

    private static Facts facts(AuditEntryView entry) {
        return new Facts()
                .with("When", UkTime.momentWithSeconds(entry.at()))
                .with("Who", entry.row().username())
                .with("Duties then", entry.duties().isEmpty() ? "none" : String.join(", ", entry.duties()))
                .with("From", entry.address())
                .with("Did", entry.row().action().label())
                .with("Record", entry.row().subject())
                .with("What for", entry.purpose());
    }

    private static Div fields(AuditEntryView entry) {
        var section = section("Fields before and after");
        if (entry.fields().isEmpty()) {
            section.add(new Paragraph("The action changed no field."));
            return section;
        }
        var table = new NativeTable();
        table.addClassName("audit-fields");
        table.getHead().addRow().add(heading("Field"), heading("Before"), heading("After"));
        for (var field : entry.fields()) {
            var name = new NativeTableHeaderCell(field.field().replace('_', ' '));
            name.getElement().setAttribute("scope", "row");
            table.getBody()
                    .addRow()
                    .add(
                            name,
                            new NativeTableCell(field.before().text()),
                            new NativeTableCell(field.after().text()));
        }
        var why = new Paragraph("••• stands for a value that auditors don't see.");
        why.addClassNames("quiet", "small");
        section.add(table, why);
        return section;
    }

    private static Div shown(AuditEntryView entry) {
        var section = section("Records shown or touched");
        if (entry.shown().isEmpty()) {
            section.add(new Paragraph("None but the record itself."));
            return section;
        }
        var list = new UnorderedList();
        entry.shown().forEach(record -> list.add(new ListItem(record)));
        section.add(list);
        if (entry.shownInAll() > entry.shown().size()) {
            section.add(new Paragraph("and " + (entry.shownInAll() - entry.shown().size()) + " more"));
        }
        return section;
    }

    private static Div place(AuditEntryView entry) {
        var section = section("Place in the chain");
        section.add(new Facts()
                .with("Place", "Stream " + entry.stream() + ", position " + entry.position())
                .with("Chained to", new Code(entry.previousHash()))
                .with("Own hash", new Code(entry.hash())));
        return section;
    }

    private static Div section(String heading) {
        var section = new Div(new H3(heading));
        section.addClassName("audit-part");
        return section;
    }

    private static NativeTableHeaderCell heading(String text) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }
}
