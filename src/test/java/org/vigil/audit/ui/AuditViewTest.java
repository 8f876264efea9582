package org.vigil.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.shared.ui.Pager;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.VigilTest;

@VigilTest
@SignedIn(Duty.AUDITOR)
class AuditViewTest extends SpringBrowserlessTest {

    @Autowired
    private AuditLog audit;

    @Test
    void the_log_that_is_opened_again_begins_at_its_first_page() {
        var user = "reader" + UUID.randomUUID().toString().substring(0, 8);
        var reader = new Viewer(null, user, user, java.util.Set.of(), null, java.util.Set.of(), "here");
        audit.recordAll(reader, IntStream.range(0, 130)
                .mapToObj(each -> AuditNote.view(new SubjectRef(SubjectType.SESSION, each, user), "Looked"))
                .toList());
        open(Map.of("user", user));
        test($(Button.class).withText("Next").single()).click();
        assertThat(range()).doesNotStartWith("1–").contains("–");

        open(Map.of("user", user, "action", "VIEW"));

        assertThat(range()).startsWith("1–");
    }

    private static void open(Map<String, String> filters) {
        UI.getCurrent().navigate("audit", QueryParameters.simple(filters));
    }

    private String range() {
        return $(Pager.class).single().getElement().getChild(0).getText();
    }
}
