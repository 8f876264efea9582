package org.vigil.security;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.security.data.AccountQueries;
import org.vigil.security.data.AccountStore;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** People say for themselves whether they are on duty, and how they want to hear of alerts. */
@Service
@Requires
public class DutyStateService {

    private final AccountQueries accounts;
    private final AccountStore store;
    private final Transactions transactions;
    private final CurrentViewer viewer;
    private final AuditLog audit;
    private final Clock clock;

    DutyStateService(
            AccountQueries accounts,
            AccountStore store,
            Transactions transactions,
            CurrentViewer viewer,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.transactions = transactions;
        this.viewer = viewer;
        this.audit = audit;
        this.clock = clock;
    }

    /** The viewer's own account as it stands now. */
    public Account mine() {
        return accounts.byId(ownId()).orElseThrow(() -> new IllegalStateException("the account is gone"));
    }

    /** Signs the viewer on duty; does nothing when they already are. */
    public void signOn() {
        set(clock.instant(), "Signed on duty");
    }

    /** Signs the viewer off duty; does nothing when they already are. */
    public void signOff() {
        set(null, "Signed off duty");
    }

    /** How the viewer wants to hear of alerts: a sound, a count in the browser's title. */
    public void setAlertPreferences(boolean sound, boolean titleCount) {
        var id = ownId();
        transactions.run(() -> store.setAlertPreferences(id, sound, titleCount));
    }

    private void set(@Nullable Instant since, String what) {
        var who = viewer.get();
        var id = ownId();
        transactions.run(() -> {
            if (store.setSignedOn(id, since)) {
                audit.record(AuditNote.change(new SubjectRef(SubjectType.ACCOUNT, id, who.username()), what)
                        .withField("onDuty", since == null, since != null));
            }
        });
    }

    private long ownId() {
        Viewer who = viewer.get();
        var id = who.accountId();
        if (id == null) {
            throw new IllegalStateException("the console itself is never on duty");
        }
        return id;
    }
}
