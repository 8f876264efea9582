package org.vigil;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.ui.PageHeader;

/** The viewer's duties do not open this screen; the attempt is in the audit log. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class RefusedView extends Div implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

    private final AuditLog audit;
    private final CurrentViewer viewer;

    RefusedView(AuditLog audit, CurrentViewer viewer) {
        this.audit = audit;
        this.viewer = viewer;
        addClassName("stack");
        add(
                new PageHeader("Not open to your duty", "This screen is for other duties than yours. The attempt was logged."),
                new Paragraph("If you need it for your work, ask an administrator to look at the duties of your account."),
                new Anchor("", "Go to the daily board"));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        viewer.find()
                .ifPresent(who -> audit.record(
                        who,
                        AuditNote.refused(
                                new SubjectRef(SubjectType.SESSION, 0, who.username()),
                                "Screen refused: /" + event.getLocation().getPath())));
        return HttpStatusCode.FORBIDDEN.getCode();
    }

    @Override
    public String getPageTitle() {
        return "Not open to your duty · Vigil";
    }
}
