package org.vigil.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The class path of a console that is started from tests: its own classes and libraries and one package of ours, without
 * the other tests, since their configuration is not the console's.
 */
public final class ConsoleClassPath {

    private ConsoleClassPath() {}

    /**
     * Copies the package of {@code main} to a folder of its own and names it before the console's class path.
     *
     * @param folder where "classes" is made
     */
    public static String with(Class<?> main, Path folder) {
        var own = folder.resolve("classes");
        var tests = tests(main);
        var within = Path.of(main.getPackageName().replace('.', '/'));
        try {
            Files.createDirectories(own.resolve(within));
            try (var classes = Files.list(tests.resolve(within))) {
                for (var file : classes.toList()) {
                    Files.copy(file, own.resolve(within).resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return own + File.pathSeparator + console();
    }

    /** The console's own classes and libraries. */
    public static String console() {
        var tests = tests(ConsoleClassPath.class);
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).toAbsolutePath().equals(tests))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path tests(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toAbsolutePath();
    }
}
