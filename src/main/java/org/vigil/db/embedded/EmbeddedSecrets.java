package org.vigil.db.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The generated passwords of the embedded server, kept beside its data and readable by its owner alone. */
public record EmbeddedSecrets(
        String rootPassword, String ownerUser, String ownerPassword, String user, String password) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Reads the secrets of a data folder, or makes them on its first start. */
    static EmbeddedSecrets in(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            var held = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                held.load(in);
            }
            return new EmbeddedSecrets(
                    held.getProperty("root"), "vigil_owner", held.getProperty("owner"), "vigil", held.getProperty("user"));
        } catch (IOException problem) {
            throw new UncheckedIOException("The database's secrets at " + file + " can't be read or written", problem);
        }
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(OwnerOnly.create(file), "root=" + generated() + "\nowner=" + generated() + "\nuser=" + generated() + "\n");
    }

    private static String generated() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "EmbeddedSecrets[hidden]";
    }
}
