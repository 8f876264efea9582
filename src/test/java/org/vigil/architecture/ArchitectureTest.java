package org.vigil.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;
import org.vigil.VigilApplication;

class ArchitectureTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final int LONGEST_FILE = 400;

    private static JavaClasses console;
    private static JavaClasses planted;

    @BeforeAll
    static void read_the_classes() {
        console = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.vigil");
        planted = new ClassFileImporter().importPackages("org.vigil.architecture.planted");
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("jOOQ only in data", Rules.JOOQ_ONLY_IN_DATA),
                Arguments.of("Vaadin only in ui", Rules.VAADIN_ONLY_IN_UI),
                Arguments.of("rules are pure", Rules.RULES_ARE_PURE),
                Arguments.of("no time without a clock", Rules.NO_TIME_WITHOUT_A_CLOCK),
                Arguments.of("no silent inserts", Rules.NO_SILENT_INSERTS),
                Arguments.of("no scripts or markup from data", Rules.NO_SCRIPTS_OR_MARKUP_FROM_DATA),
                Arguments.of("no bundled front end", Rules.NO_BUNDLED_FRONT_END));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_console_keeps_the_rule(String name, ArchRule rule) {
        rule.check(console);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_rule_finds_a_planted_violation(String name, ArchRule rule) {
        assertThatThrownBy(() -> rule.check(planted)).isInstanceOf(AssertionError.class);
    }

    @Test
    void modules_reach_each_other_only_through_their_public_api_and_never_in_a_circle() {
        var own = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new MainPackages(own));
        try {
            ApplicationModules.of(VigilApplication.class).verify();
        } finally {
            Thread.currentThread().setContextClassLoader(own);
        }
    }

    @Test
    void every_package_says_in_one_line_what_lives_there() {
        assertThat(javaFiles()
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
                .isEmpty();
    }

    @Test
    void no_file_grows_past_four_hundred_lines() {
        assertThat(javaFiles().filter(file -> lines(file).size() > LONGEST_FILE)).isEmpty();
    }

    private static Stream<Path> javaFiles() {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
