package org.vigil.person.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.PersonPhotographs;
import org.vigil.person.Restriction;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.ui.ReasonField;

class PhotographPanelTest extends OnPersonPage {

    @Autowired
    private PersonPhotographs photographs;

    @Test
    void the_latest_photograph_stands_on_the_page_with_its_day_until_it_is_taken_off() throws IOException {
        var id = someone();
        photographs.add(id, version(id), picture(), LocalDate.of(2024, 1, 2), "Custody record 1/24");
        photographs.add(id, version(id), picture(), LocalDate.of(2021, 1, 2), "Custody record 1/21");
        open(id);
        assertThat($(Image.class).single().getSrc()).contains("VAADIN/dynamic/resource");
        assertThat(text()).contains("Taken Tue 2 Jan 2024, Custody record 1/24");

        click("Take it off");
        $(ReasonField.class).all().getLast().setValue("His brother");
        click("Take it off the page");
        assertThat(text()).contains("Taken Sat 2 Jan 2021").doesNotContain("2024");
    }

    @Test
    void only_who_sees_the_person_in_full_is_served_a_photograph_and_each_time_is_logged() throws IOException {
        var id = someone();
        var other = someone();
        photographs.add(id, version(id), picture(), LocalDate.of(2024, 1, 2), "Custody record");
        var photograph = photographs.latest(id).orElseThrow();
        assertThat(photograph.sha256()).hasSize(64);
        var before = Integer.parseInt(entries(id, "VIEW"));
        assertThat(photographs.content(id, photograph.id())).isPresent();
        assertThat(Integer.parseInt(entries(id, "VIEW"))).isEqualTo(before + 1);
        assertThat(photographs.content(other, photograph.id())).isEmpty();

        access.limit(id, version(id), new Limits(Restriction.RESTRICTED, "A refuge", Duty.SUPERVISOR, null));
        var outsider = staff.someone(Duty.RESPONSE);
        assertThat(staff.as(outsider, () -> photographs.content(id, photograph.id()))).isEmpty();
        assertThat(staff.as(outsider, () -> photographs.latest(id))).isEmpty();
    }

    @Test
    void a_photograph_of_days_to_come_or_from_nowhere_is_refused() throws IOException {
        var id = someone();
        var file = picture();
        assertThatThrownBy(() -> photographs.add(id, version(id), file, LocalDate.of(2026, 3, 4), "Custody"))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> photographs.add(id, version(id), file, LocalDate.of(2026, 3, 3), " "))
                .isInstanceOf(InvalidInputException.class);
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
