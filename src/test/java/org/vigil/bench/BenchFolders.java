package org.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigil.faults.TestFolders;

/** Where a scenario keeps its database and logs. */
final class BenchFolders {

    private static final String COMPLETE = "complete.txt";

    private BenchFolders() {}

    /** An empty folder of a scenario under target/bench. */
    static Path fresh(String scenario) throws IOException {
        var folder = Path.of("target/bench", scenario).toAbsolutePath();
        TestFolders.empty(folder);
        return folder;
    }

    /**
     * A folder of a scenario that outlives the run, empty the first time: what takes minutes to make is made once.
     *
     * @param made what tells one content from another: its size, and the version of what makes it
     */
    static Path kept(String scenario, String made) throws IOException {
        var folder = Path.of("target/bench", scenario + "-" + made).toAbsolutePath();
        if (!isComplete(folder)) {
            TestFolders.empty(folder);
        }
        return folder;
    }

    /** Whether a kept folder was made to its end. */
    static boolean isComplete(Path folder) {
        return Files.exists(folder.resolve(COMPLETE));
    }

    /** Keeps a folder for the next run. */
    static void complete(Path folder) throws IOException {
        Files.writeString(folder.resolve(COMPLETE), "Made to its end: the next run uses it again. Delete to make it anew.\n");
    }
}
