package org.vigil.audit.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.audit.rules.AnchorLine;
import org.vigil.audit.rules.Anchored;

class AnchorFileTest {

    private static final Instant MORNING = Instant.parse("2026-11-21T08:00:00.000001Z");

    @TempDir
    private Path folder;

    private Path file;
    private AnchorFile anchors;

    @BeforeEach
    void four_lines_are_written() {
        file = folder.resolve("new/audit-anchors.log");
        anchors = new AnchorFile(file);
        for (var hour = 0; hour < 4; hour++) {
            anchors.append(line("this", hour));
        }
    }

    @Test
    void what_was_written_is_read_back_by_stream_and_position() {
        var read = anchors.read("this");
        assertThat(read.problem()).isNull();
        assertThat(read.lines()).isEqualTo(4);
        assertThat(read.of(3).keySet()).containsExactly(0L, 10L, 20L, 30L);
        assertThat(read.of(3).get(20L).hash()).isEqualTo("hash20");
        assertThat(read.of(3).get(20L).at()).isEqualTo(MORNING.plusSeconds(7200));
        assertThat(read.of(9)).isEmpty();
    }

    @Test
    void only_the_consoles_own_user_can_read_the_key() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("new/audit-anchors.key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void a_line_that_was_changed_is_found() throws IOException {
        rewrite(lines -> lines.replace(1, "hash10", "hash99"));
        assertThat(anchors.read("this").problem()).startsWith("line 2 of the outside record");
    }

    @Test
    void a_line_that_was_taken_out_is_found() throws IOException {
        rewrite(lines -> lines.without(1));
        assertThat(anchors.read("this").problem()).startsWith("line 2 of the outside record");
    }

    @Test
    void a_last_line_that_was_changed_is_found() throws IOException {
        rewrite(lines -> lines.replace(3, "hash30", "hash99"));
        assertThat(anchors.read("this").problem()).startsWith("line 4 of the outside record");
    }

    @Test
    void lines_sealed_with_another_key_are_found() throws IOException {
        Files.delete(folder.resolve("new/audit-anchors.key"));
        assertThat(anchors.read("this").problem()).startsWith("line 1 of the outside record");
    }

    @Test
    void a_line_that_a_crash_cut_off_is_passed_over_and_the_next_follows() throws IOException {
        Files.writeString(file, "2026-11-21T12:00:00Z log=th", StandardOpenOption.APPEND);
        assertThat(anchors.read("this").problem()).isNull();

        anchors.append(line("this", 5));
        var read = anchors.read("this");
        assertThat(read.problem()).isNull();
        assertThat(read.of(3).keySet()).containsExactly(0L, 10L, 20L, 30L, 50L);
    }

    @Test
    void the_lines_of_another_log_in_the_same_file_are_told_apart() {
        anchors.append(line("other", 6));
        assertThat(anchors.read("this").of(3).lastKey()).isEqualTo(30);
        assertThat(anchors.read("other").of(3).keySet()).containsExactly(60L);
        assertThat(anchors.read("this").lastOfOther()).isNull();
        assertThat(anchors.read("other").lastOfOther()).isEqualTo(MORNING.plusSeconds(3 * 3600));
    }

    @Test
    void where_nothing_was_written_nothing_is_said() {
        var read = new AnchorFile(folder.resolve("none.log")).read("this");
        assertThat(read.lines()).isZero();
        assertThat(read.problem()).isNull();
    }

    private static AnchorLine line(String log, int hour) {
        var at = MORNING.plusSeconds(hour * 3600L);
        var streams = new TreeMap<Integer, Anchored>();
        streams.put(3, new Anchored(hour * 10L, "hash" + hour * 10, at));
        return new AnchorLine(at, log, streams);
    }

    private record Lines(List<String> texts) {

        Lines replace(int line, String from, String to) {
            var copy = new java.util.ArrayList<>(texts);
            copy.set(line, copy.get(line).replace(from, to));
            return new Lines(copy);
        }

        Lines without(int line) {
            var copy = new java.util.ArrayList<>(texts);
            copy.remove(line);
            return new Lines(copy);
        }
    }

    private void rewrite(UnaryOperator<Lines> change) throws IOException {
        Files.write(file, change.apply(new Lines(Files.readAllLines(file))).texts());
    }
}
