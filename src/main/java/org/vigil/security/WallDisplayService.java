package org.vigil.security;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.security.data.WallDisplayQueries;
import org.vigil.security.data.WallDisplayStore;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Wall screens and their secret links, in the hands of an administrator. */
@Service
@Requires(Duty.ADMIN)
public class WallDisplayService {

    private static final int NAME_LENGTH = 80;

    private final WallDisplayQueries queries;
    private final WallDisplayStore store;
    private final Passwords passwords;
    private final AreaDirectory areas;
    private final Transactions transactions;
    private final CurrentViewer viewer;
    private final AuditLog audit;
    private final Clock clock;

    WallDisplayService(
            WallDisplayQueries queries,
            WallDisplayStore store,
            Passwords passwords,
            AreaDirectory areas,
            Transactions transactions,
            CurrentViewer viewer,
            AuditLog audit,
            Clock clock) {
        this.queries = queries;
        this.store = store;
        this.passwords = passwords;
        this.areas = areas;
        this.transactions = transactions;
        this.viewer = viewer;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every display, those taken back included, newest first. */
    public List<WallDisplay> all() {
        return queries.all();
    }

    /**
     * Adds a display and answers its secret, which makes the address {@code /wall/<secret>}; nobody can read it again.
     *
     * @param areaId null for the whole force
     */
    public String create(String name, @Nullable Long areaId) {
        var tidy = name.strip();
        if (tidy.isEmpty() || tidy.length() > NAME_LENGTH) {
            throw new InvalidInputException("Name", "Give a name of up to " + NAME_LENGTH + " characters.");
        }
        if (areaId != null && areas.byId(areaId).filter(Area::active).isEmpty()) {
            throw new InvalidInputException("Area", "This is not an area in use.");
        }
        var who = viewer.get().accountId();
        if (who == null) {
            throw new IllegalStateException("a wall display is made by a person");
        }
        var secret = passwords.newSecret();
        transactions.run(() -> {
            var id = store.insert(tidy, Fingerprint.of(secret), areaId, who, clock.instant());
            audit.record(AuditNote.create(ref(id, tidy), "Wall display made")
                    .withField("area", null, areaId == null ? "whole force" : areas.pathName(areaId)));
        });
        return secret;
    }

    /** Takes the link back: the screen goes dark at its next look. */
    public void revoke(long id) {
        transactions.run(() -> {
            var display = queries.byId(id)
                    .orElseThrow(() -> new InvalidInputException("Wall display", "There is no such display."));
            if (store.revoke(id, clock.instant())) {
                audit.record(AuditNote.change(ref(id, display.name()), "Wall display's link taken back")
                        .withField("revoked", false, true));
            }
        });
    }

    private static SubjectRef ref(long id, String name) {
        return new SubjectRef(SubjectType.WALL_DISPLAY, id, name);
    }
}
