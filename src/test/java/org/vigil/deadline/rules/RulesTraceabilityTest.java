package org.vigil.deadline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A rule that ships is written down with its source, and worked out in a test. */
class RulesTraceabilityTest {

    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| ([A-Z0-9_]+) \\| .* \\| .+ \\|$");

    @Test
    void the_migrations_were_read() {
        assertThat(ShippedRules.terms()).hasSize(48)
                .containsKeys("CRIME_RECORDING", "TRAINING_EXPIRY", "PERSON_FLAG", "PERSON_MARKER_REVIEW");
    }

    @Test
    void every_shipped_rule_stands_in_the_rules_document_and_no_other_does() throws IOException {
        var documented = DOCUMENTED.matcher(Files.readString(Path.of("docs/rules.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
        assertThat(documented).isEqualTo(ShippedRules.terms().keySet());
    }

    @Test
    void every_shipped_rule_is_worked_out_by_hand_in_a_case() throws IOException {
        var tested = Files.readAllLines(Path.of("src/test/resources/deadline/rule-cases.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());
        assertThat(tested).isEqualTo(ShippedRules.terms().keySet());
    }
}
