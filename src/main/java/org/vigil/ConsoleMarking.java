package org.vigil;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.vigil.db.DatabaseProperties;

/** The marking that every screen and page carries. */
@Component
class ConsoleMarking {

    private final boolean demonstration;

    ConsoleMarking(DatabaseProperties database, @Value("${vigil.demo.data:small}") String demoData) {
        demonstration = !database.ownServer() && !"none".equals(demoData);
    }

    String text() {
        return demonstration ? "OFFICIAL-SENSITIVE · DEMONSTRATION" : "OFFICIAL-SENSITIVE";
    }

    /** Whether what is shown is made up. */
    boolean isDemonstration() {
        return demonstration;
    }
}
