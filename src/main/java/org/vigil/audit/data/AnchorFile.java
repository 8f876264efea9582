package org.vigil.audit.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.vigil.audit.rules.AnchorLine;
import org.vigil.audit.rules.Anchors;

/**
 * The outside record: a file that is only ever appended to, beyond the reach of whoever owns the database. Its key
 * stands beside it, readable by the console's own user alone; both are worth a copy on another machine.
 */
public final class AnchorFile {

    private static final Object ONE_WRITER = new Object();

    private final Path file;
    private final Path keyFile;
    private final Path lockFile;

    public AnchorFile(Path file) {
        this.file = file.toAbsolutePath();
        var name = this.file.getFileName().toString().replaceFirst("\\.log$", "");
        keyFile = this.file.resolveSibling(name + ".key");
        lockFile = this.file.resolveSibling(name + ".lock");
    }

    public Path path() {
        return file;
    }

    /** Appends a line and has it on disk before it returns. */
    public void append(AnchorLine line) {
        synchronized (ONE_WRITER) {
            try {
                Files.createDirectories(file.getParent());
                try (var guard = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var lock = guard.lock()) {
                    appendAlone(line);
                }
            } catch (IOException problem) {
                throw new UncheckedIOException("The audit anchor can't be written to " + file, problem);
            }
        }
    }

    private void appendAlone(AnchorLine line) throws IOException {
        var before = walk(new Anchors.Gatherer(""));
        var text = (before.torn() ? "\n" : "") + line.sealed(key(), before.seal()) + "\n";
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    /** Reads what the file says of one log; a line that a crash cut off is passed over. */
    public Anchors read(String log) {
        var gatherer = new Anchors.Gatherer(log);
        return gatherer.gathered(walk(gatherer).problem());
    }

    /** @param torn whether the last line has no end */
    private record Walked(String seal, boolean torn, @Nullable String problem) {}

    private Walked walk(Anchors.Gatherer gatherer) {
        var seal = "";
        var number = 0;
        var doubtful = 0;
        String problem = null;
        try {
            if (!Files.exists(file)) {
                return new Walked(seal, false, null);
            }
            var key = key();
            var torn = endsTorn();
            try (var lines = Files.newBufferedReader(file)) {
                for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                    number++;
                    var line = AnchorLine.read(text, key, seal);
                    if (line.isPresent()) {
                        seal = line.get().seal();
                        gatherer.add(line.get().line());
                        doubtful = 0;
                    } else if (doubtful == 0) {
                        doubtful = number;
                    } else if (problem == null) {
                        problem = changed(doubtful);
                    }
                }
            }
            return new Walked(seal, torn, problem == null && doubtful > 0 && !torn ? changed(doubtful) : problem);
        } catch (IOException | IllegalArgumentException unreadable) {
            return new Walked(seal, false, "the outside record can't be read: " + unreadable.getMessage());
        }
    }

    private String changed(int line) {
        return "line " + line + " of the outside record " + file.getFileName() + " was changed, or lines before it are gone";
    }

    private boolean endsTorn() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    private byte[] key() throws IOException {
        if (!Files.exists(keyFile)) {
            var fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            var posix = keyFile.getFileSystem().supportedFileAttributeViews().contains("posix");
            var path = posix
                    ? Files.createFile(
                            keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    : Files.createFile(keyFile);
            Files.writeString(path, HexFormat.of().formatHex(fresh) + "\n");
        }
        return HexFormat.of().parseHex(Files.readString(keyFile).strip());
    }
}
