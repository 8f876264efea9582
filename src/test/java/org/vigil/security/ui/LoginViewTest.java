package org.vigil.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.shared.Duty;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.VigilTest;

@VigilTest
class LoginViewTest extends SpringBrowserlessTest {

    @Test
    void the_form_is_one_that_password_managers_know() {
        UI.getCurrent().navigate("login");

        var username = $(TextField.class).single();
        var password = $(PasswordField.class).single();
        assertThat(username.getElement().getProperty("name")).isEqualTo("username");
        assertThat(username.getElement().getAttribute("autocomplete")).isEqualTo("username");
        assertThat(password.getElement().getProperty("name")).isEqualTo("password");
        assertThat(password.getElement().getAttribute("autocomplete")).isEqualTo("current-password");
        var form = username.getParent().map(Component::getElement).orElseThrow();
        assertThat(form.getTag()).isEqualTo("form");
        assertThat(form.getAttribute("method")).isEqualTo("post");
        assertThat(form.getAttribute("action")).isEqualTo("login");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    failed=wrong              | Nothing is locked
                    failed=wrong&wait=8       | Wait 8 seconds
                    failed=wrong&wait=1       | Wait 1 second before
                    failed=wrong&wait=99      | Wait 60 seconds
                    failed=disabled           | has been disabled
                    failed=machine            | for machines
                    ended=idle                | nothing was typed or touched
                    ended=absolute            | a session has an end
                    ended=changed             | account was changed
                    ended=out                 | You are signed out
                    """)
    void the_page_says_plainly_what_happened(String query, String words) {
        UI.getCurrent().navigate("login", QueryParameters.fromString(query));

        assertThat(notice()).contains(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ended=<img src=x>
            failed=wrong&wait=<b>9</b>
            failed=wrong&wait=-5
            """)
    void what_an_address_makes_up_is_not_repeated(String query) {
        UI.getCurrent().navigate("login", QueryParameters.fromString(query));

        assertThat(notice()).doesNotContain("<").doesNotContain("Wait");
    }

    @Test
    @SignedIn(Duty.ADMIN)
    void whoever_is_signed_in_goes_on_to_the_first_screen() {
        UI.getCurrent().navigate("login");

        assertThat($(H1.class).single().getText()).isEqualTo("Alerts");
    }

    private String notice() {
        return $(Paragraph.class).all().stream()
                .filter(paragraph -> "alert".equals(paragraph.getElement().getAttribute("role")))
                .map(Paragraph::getText)
                .findFirst()
                .orElse("");
    }
}
