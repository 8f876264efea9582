package org.vigil.board.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigil.shared.Duty;
import org.vigil.shared.ui.RowList;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.VigilTest;

@VigilTest
class BoardViewTest extends SpringBrowserlessTest {

    @Test
    @SignedIn(Duty.CUSTODY)
    void those_who_see_no_calls_are_neither_told_of_calls_nor_sent_to_them() {
        assertThat(wordsOfWhatIsNew()).startsWith("No clock of your work has started since");
        assertThat(listOfWhatIsNew()).isEqualTo("deadlines");
    }

    @Test
    @SignedIn(Duty.LEADER)
    void those_who_see_calls_are_told_of_them_and_sent_to_them() {
        assertThat(wordsOfWhatIsNew()).startsWith("No domestic abuse call since");
        assertThat(listOfWhatIsNew()).isEqualTo("calls");
    }

    private String wordsOfWhatIsNew() {
        UI.getCurrent().navigate("");
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            roundTrip();
            assertThat(column().getElement().getTextRecursively()).contains("meeting");
            assertThat($(RowList.class, column()).single().getElement().getProperty("emptyText")).isNotNull();
        });
        return $(RowList.class, column()).single().getElement().getProperty("emptyText");
    }

    private String listOfWhatIsNew() {
        return column().getElement().getChildren()
                .flatMap(child -> child.getChildren())
                .filter(child -> child.getTag().equals("a"))
                .map(link -> link.getAttribute("href"))
                .findFirst()
                .orElseThrow();
    }

    private BoardColumnPanel column() {
        return $(BoardColumnPanel.class).all().getLast();
    }
}
