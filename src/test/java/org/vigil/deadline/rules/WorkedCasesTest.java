package org.vigil.deadline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The 414 worked cases that lie beside the project, where they do. */
class WorkedCasesTest {

    private static final Path CASES = Path.of("../shared/domain/deadline-cases.csv");
    private static final Map<String, ClockTerms> SHIPPED = ShippedRules.terms();

    @Test
    void every_worked_case_is_reproduced_to_the_second() throws IOException {
        var file = Files.exists(CASES) ? CASES : Path.of("../../shared/domain/deadline-cases.csv");
        assumeTrue(Files.exists(file), "skipped: " + CASES + " is not on this machine");
        var cases = Files.readAllLines(file).stream().skip(1).map(line -> line.split(",")).toList();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(414);
        assertThat(cases).allSatisfy(row -> {
            var due = ClocksTest.due(SHIPPED.get(row[0]), Instant.parse(row[1]));
            assertThat(due.at()).as(row[0] + " from " + row[1]).isEqualTo(Instant.parse(row[2]));
        });
    }
}
