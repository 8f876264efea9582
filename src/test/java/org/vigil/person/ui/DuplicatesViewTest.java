package org.vigil.person.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.Transactions;
import org.vigil.incident.IncidentIntake;
import org.vigil.person.MatchState;
import org.vigil.person.PersonIntake;
import org.vigil.person.PersonMatches;
import org.vigil.person.SomePerson;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.MatchStore;
import org.vigil.person.data.PersonReads;
import org.vigil.security.AreaService;
import org.vigil.shared.Duty;
import org.vigil.testkit.Databases;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.Staff;
import org.vigil.testkit.VigilTest;

@VigilTest
@SignedIn(Duty.SUPERVISOR)
class DuplicatesViewTest extends SpringBrowserlessTest {

    @Autowired
    private IncidentIntake calls;

    @Autowired
    private PersonIntake intake;

    @Autowired
    private PersonMatches matches;

    @Autowired
    private MatchStore queue;

    @Autowired
    private PersonReads reads;

    @Autowired
    private LinkStore links;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    @Autowired
    private Staff staff;

    @Autowired
    private AreaService areas;

    private final String run = SomePerson.letters();
    private long one;
    private long other;
    private long pair;

    @BeforeEach
    void two_children_of_one_home_and_birthday() {
        var folk = new Folk(calls, intake, links, transactions, databases, staff, areas);
        var twins = folk.twins(run, queue);
        one = twins.one();
        other = twins.other();
        pair = twins.pair();
    }

    @Test
    void a_pair_stands_side_by_side_in_words_and_its_score_shows_only_once_it_is_decided() {
        open();

        assertThat(text()).contains("Aisha" + run, "Maryam" + run, "= the same", "≠ different", "person " + one)
                .doesNotContain("score was", "bits");

        click("Can’t tell");
        assertThat(text()).contains("Decided: can't tell.", "The console’s own score was");
        assertThat(buttons()).contains("Same person");
    }

    @Test
    void the_same_merges_the_two_and_says_where_it_can_be_undone() {
        open();
        click("Same person");

        assertThat(reads.survivorOf(Math.max(one, other))).hasValue(Math.min(one, other));
        assertThat(text()).contains("both records as one, where it can be undone");
        assertThat(buttons()).doesNotContain("Same person", "Can’t tell");
    }

    @Test
    void what_somebody_else_decided_meanwhile_is_shown_and_the_note_is_kept() {
        open();
        $(TextArea.class).single().setValue("Twins, says the school");
        var version = matches.compare(pair).orElseThrow().version();
        matches.decide(pair, version, MatchState.UNSURE, "");

        click("Not the same, never ask again");

        assertThat($(Notification.class).all()).isNotEmpty();
        assertThat(queue.byId(pair).orElseThrow().state()).isEqualTo(MatchState.UNSURE);
        assertThat($(TextArea.class).single().getValue()).isEqualTo("Twins, says the school");
        click("Not the same, never ask again");
        assertThat(queue.byId(pair).orElseThrow().state()).isEqualTo(MatchState.NOT_SAME);
    }

    @Test
    void a_pair_that_is_not_there_is_nothing_here() {
        UI.getCurrent().navigate("people/duplicates", QueryParameters.simple(Map.of("pair", "999999999")));
        assertThat($(H1.class).single().getText()).isEqualTo("Nothing here");
    }

    @Test
    @SignedIn(Duty.RESPONSE)
    void who_may_not_decide_does_not_get_in() {
        assertThatThrownBy(() -> matches.waiting()).isInstanceOf(RuntimeException.class);
        open();
        assertThat($(DuplicatesView.class).all()).isEmpty();
    }

    private void open() {
        UI.getCurrent().navigate("people/duplicates", QueryParameters.simple(Map.of("pair", Long.toString(pair))));
    }

    private void click(String button) {
        test($(Button.class).withText(button).single()).click();
    }

    private java.util.List<String> buttons() {
        return $(Button.class).all().stream().map(Button::getText).toList();
    }

    private String text() {
        return $(DuplicatesView.class).single().getElement().getTextRecursively();
    }
}
