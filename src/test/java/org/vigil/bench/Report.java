package org.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigil.shared.UkTime;

/** Prints a scenario's table and keeps it in docs/benchmarks.md, where it replaces that scenario's last one and no other. */
public final class Report {

    private static final Path PAGE = Path.of("docs/benchmarks.md");
    private static final String HEAD =
            """
            # Benchmarks

            Written by `./vigil bench` and `./vigil soak`: each run replaces its own section and leaves the others. Every
            figure stands beside what it was compared with in the same run; the ratios say more than the times, which move
            with the machine.
            """;

    private Report() {}

    /** Prints and keeps the table of a scenario, with the sentence that says how it was measured. */
    public static void write(String scenario, String title, String how, List<Line> lines) throws IOException {
        var table = "| | figure | compared with | ratio | bar | |\n| --- | --- | --- | --- | --- | --- |\n"
                + lines.stream()
                        .map(line -> "| " + String.join(" | ", line.what(), line.figure(), line.beside(), line.ratio(),
                                line.bar(), line.verdict()) + " |")
                        .collect(Collectors.joining("\n"));
        write(scenario, title, how + "\n\n" + table);
    }

    /** Prints and keeps any text as the section of a scenario. */
    public static void write(String scenario, String title, String text) throws IOException {
        var section = "## " + title + "\n\n" + text + "\n\n_" + Machine.describe() + "; "
                + UkTime.day(UkTime.localDay(Clock.systemUTC().instant())) + "._";
        System.out.println("\n" + section + "\n");
        keep(scenario, section);
    }

    private static void keep(String scenario, String section) throws IOException {
        var from = "<!-- " + scenario + " -->";
        var to = "<!-- end of " + scenario + " -->";
        var marked = from + "\n" + section + "\n" + to;
        var page = Files.exists(PAGE) ? Files.readString(PAGE) : HEAD;
        var held = Pattern.compile(Pattern.quote(from) + ".*?" + Pattern.quote(to), Pattern.DOTALL).matcher(page);
        var written = held.find()
                ? held.replaceFirst(Matcher.quoteReplacement(marked))
                : page.stripTrailing() + "\n\n" + marked + "\n";
        Files.createDirectories(PAGE.getParent());
        Files.writeString(PAGE, written);
    }
}
