package org.vigil.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.vigil.faults.TestFolders;

/** Where a scenario keeps its database and logs. */
final class BenchFolders {

    private BenchFolders() {}

    /** An empty folder of a scenario under target/bench. */
    static Path fresh(String scenario) throws IOException {
        var folder = Path.of("target/bench", scenario).toAbsolutePath();
        TestFolders.empty(folder);
        return folder;
    }
}
