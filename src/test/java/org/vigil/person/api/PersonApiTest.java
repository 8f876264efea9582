package org.vigil.person.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigil.person.BirthDate;
import org.vigil.person.ExternalKind;
import org.vigil.person.NewExternalRecord;
import org.vigil.person.PersonEdits;
import org.vigil.person.PersonPart;
import org.vigil.person.SomePerson;
import org.vigil.security.Account;
import org.vigil.shared.Duty;
import org.vigil.testkit.Staff;
import org.vigil.testkit.VigilTest;
import org.vigil.testkit.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@VigilTest
class PersonApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private PersonEdits edits;

    @Autowired
    private Staff staff;

    @Test
    void a_person_comes_with_what_is_said_of_them_and_without_a_protected_address() {
        var officer = staff.someone(Duty.SUPERVISOR);
        var name = "Tam" + SomePerson.letters();
        var birthday = SomePerson.day();
        var id = staff.as(officer, () -> {
            var made = edits.create(SomePerson.called(name, "Rowe").born(birthday.toString()).details());
            edits.add(made, 0, new PersonPart.Address("4 " + name + " House", "PR1 2AB", null, null, true));
            edits.external(made, 1, new NewExternalRecord(
                    ExternalKind.CONVICTION, "PNC", "12/34", LocalDate.of(2019, 4, 5), "Assault by beating"));
            return made;
        });

        var answer = get(officer, "/" + id, 200);

        assertThat(answer.path("name").asString()).isEqualTo(name + " Rowe");
        assertThat(answer.path("restricted").asBoolean()).isFalse();
        assertThat(answer.path("datesOfBirth").get(0).path("words").asString()).isEqualTo(new PersonPart.Birth(BirthDate.of(birthday)).words());
        assertThat(answer.path("addresses").get(0).path("isProtected").asBoolean()).isTrue();
        assertThat(answer.path("externalRecords").get(0).path("system").asString()).isEqualTo("PNC");
        assertThat(answer.path("chronology")).hasSize(1);
        assertThat(answer.toString()).doesNotContain(name + " House", "PR1 2AB");
    }

    @Test
    void of_nobody_the_answer_says_so_and_a_number_that_is_none_is_refused() {
        var officer = staff.someone(Duty.RESPONSE);
        assertThat(get(officer, "/999999999999", 404).path("detail").asString()).contains("no person 999999999999");
        get(officer, "/ada", 400);
        get(staff.someone(Duty.ANALYST), "/1", 403);
    }

    private JsonNode get(Account account, String path, int status) {
        var answer = new Web(port)
                .get("/api/v1/people" + path, "Authorization", Web.basic(account.username(), Staff.PASSWORD));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
