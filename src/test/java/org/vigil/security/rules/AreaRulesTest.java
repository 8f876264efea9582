package org.vigil.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.security.Area;
import org.vigil.security.AreaKind;

class AreaRulesTest {

    @ParameterizedTest(name = "a {0} in a {1}: {2}")
    @CsvSource({
        "FORCE, , ''",
        "FORCE, DISTRICT, no other area",
        "DISTRICT, , choose one",
        "DISTRICT, FORCE, ''",
        "DISTRICT, DISTRICT, is a district",
        "DISTRICT, BEAT, is a beat",
        "BEAT, DISTRICT, ''",
        "BEAT, FORCE, is a force",
        "BEAT, , choose one"
    })
    void each_kind_lies_in_the_next_larger(AreaKind kind, @Nullable AreaKind parent, String problem) {
        var found = AreaRules.problemWithNew(kind, parent == null ? null : area(parent, "North", true));

        assertThat(found.orElse("")).contains(problem);
        assertThat(found.isPresent()).isEqualTo(!problem.isEmpty());
    }

    @Test
    void nothing_new_comes_into_an_area_out_of_use() {
        assertThat(AreaRules.problemWithNew(AreaKind.BEAT, area(AreaKind.DISTRICT, "North", false)))
                .hasValue("North is no longer in use: take it back into use first.");
    }

    @Test
    void an_area_with_areas_in_use_inside_stays_in_use() {
        var inside = List.of(
                area(AreaKind.BEAT, "Ashby", true),
                area(AreaKind.BEAT, "Borough", true),
                area(AreaKind.BEAT, "Carr", true),
                area(AreaKind.BEAT, "Dell", true));

        assertThat(AreaRules.problemWithEnding(area(AreaKind.DISTRICT, "North", true), inside, List.of()))
                .get()
                .asString()
                .contains("Ashby, Borough, Carr and 1 more");
    }

    @Test
    void an_area_that_limits_an_account_stays_in_use() {
        assertThat(AreaRules.problemWithEnding(area(AreaKind.BEAT, "Ashby", true), List.of(), List.of("PC Bellamy")))
                .get()
                .asString()
                .contains("PC Bellamy");
    }

    @Test
    void an_empty_area_can_go_and_come_back() {
        assertThat(AreaRules.problemWithEnding(area(AreaKind.BEAT, "Ashby", true), List.of(), List.of()))
                .isEmpty();
        assertThat(AreaRules.problemWithReviving(
                        area(AreaKind.BEAT, "Ashby", false), area(AreaKind.DISTRICT, "North", true)))
                .isEmpty();
        assertThat(AreaRules.problemWithReviving(
                        area(AreaKind.BEAT, "Ashby", false), area(AreaKind.DISTRICT, "North", false)))
                .isPresent();
    }

    private static Area area(AreaKind kind, String name, boolean active) {
        return new Area(1, kind == AreaKind.FORCE ? null : 2L, kind, "C", name, active, 0);
    }
}
