package org.vigil.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {

    private final Facts facts = new Facts().with("About", new Anchor("calls/7", "Call 7")).with("Area", "North");

    @Test
    void what_stays_the_same_is_left_alone_and_what_differs_is_replaced_alone() {
        var about = value(0);

        facts.show(new Facts().with("About", new Anchor("calls/7", "Call 7")).with("Area", "South"));

        assertThat(value(0)).as("a link that may hold the focus").isEqualTo(about);
        assertThat(facts.getElement().getTextRecursively()).isEqualTo("AboutCall 7AreaSouth");
    }

    @Test
    void another_link_behind_the_same_words_is_another_fact() {
        facts.show(new Facts().with("About", new Anchor("calls/8", "Call 7")).with("Area", "North"));

        assertThat(value(0).getAttribute("href")).isEqualTo("calls/8");
    }

    @Test
    void other_names_make_another_list() {
        facts.show(new Facts().with("Raised", "Tue 3 Mar 2026 12:00"));

        assertThat(facts.getElement().getTextRecursively()).isEqualTo("RaisedTue 3 Mar 2026 12:00");
        facts.show(new Facts().with("Raised", (String) null));
        assertThat(facts.getElement().getTextRecursively()).isEqualTo("Raisednot recorded");
    }

    private Element value(int fact) {
        return List.of(facts.getElement().getChild(fact)).getFirst().getChild(1).getChild(0);
    }
}
