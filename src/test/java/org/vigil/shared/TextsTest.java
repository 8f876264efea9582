package org.vigil.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({"abc, 3, abc", "abcd, 3, ab…", "'', 3, ''", "😀😀😀, 3, 😀😀😀", "😀😀😀😀, 3, 😀😀…", "a😀😀😀, 3, a😀…"})
    void words_are_cut_between_characters_and_never_within_one(String text, int length, String cut) {
        assertThat(Texts.cut(text, length)).isEqualTo(cut);
        assertThat(Texts.cutOrNull(text, length)).isEqualTo(cut);
    }
}
