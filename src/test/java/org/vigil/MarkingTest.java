package org.vigil;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkingTest {

    @ParameterizedTest(name = "own server {0}, vigil.demo.data={1}, demonstration accounts {2}: marked {3}")
    @CsvSource({
        "false, small, false, true",
        "false, FORCE, false, true",
        "false, none,  false, false",
        "false, NONE,  false, false",
        "false, none,  true,  true",
        "true,  small, false, false",
        "true,  small, true,  true",
    })
    void the_mark_follows_the_data_and_then_the_switch(boolean ownServer, String data, boolean made, boolean marked) {
        assertThat(MarkingConfiguration.marking(ownServer, data, made).demonstration()).isEqualTo(marked);
    }
}
