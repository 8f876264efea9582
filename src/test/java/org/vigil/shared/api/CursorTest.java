package org.vigil.shared.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.shared.InvalidInputException;

class CursorTest {

    @Test
    void a_cursor_comes_back_as_it_was_given_out() {
        var cursor = new Cursor(Instant.parse("2026-03-03T14:10:00.123456Z"), 4711);

        assertThat(Cursor.parse(cursor.encode())).isEqualTo(cursor);
    }

    @Test
    void a_time_opens_the_list_at_its_first_row() {
        assertThat(Cursor.parse("2026-03-29T02:30:00+01:00"))
                .isEqualTo(new Cursor(Instant.parse("2026-03-29T01:30:00Z"), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-03-03T14:10:00", "djF-", "djF-YX5i", "%%%", "djF-MjAyNi0wMy0wM1QxNDoxMDowMFp-eA"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(InvalidInputException.class);
    }
}
