package org.vigil.person;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.vigil.alert.AlertRaiser;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.person.data.AccessReads;
import org.vigil.person.data.AccessStore;
import org.vigil.security.AccountKind;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Whose record the holder of an account is: nobody sees their own. */
@Service
public class OwnRecord {

    private final PersonDesk desk;
    private final AccessReads lists;
    private final AccessStore store;
    private final AlertRaiser alerts;
    private final StaffDirectory staff;
    private final Transactions transactions;
    private final AuditLog audit;
    private final CurrentViewer viewers;

    OwnRecord(
            PersonDesk desk,
            AccessReads lists,
            AccessStore store,
            AlertRaiser alerts,
            StaffDirectory staff,
            Transactions transactions,
            AuditLog audit,
            CurrentViewer viewers) {
        this.desk = desk;
        this.lists = lists;
        this.store = store;
        this.alerts = alerts;
        this.staff = staff;
        this.transactions = transactions;
        this.audit = audit;
        this.viewers = viewers;
    }

    /**
     * Says whose record an account's own is, so that they can't see it; null takes it back. Whoever says so sees both the
     * record and the one that was said before, and it is never their own account.
     */
    @Requires({Duty.SUPERVISOR, Duty.LEADER})
    public void say(long account, @Nullable Long person) {
        transactions.run(() -> {
            var viewer = viewers.get();
            if (Objects.equals(viewer.accountId(), account)) {
                throw new AccessDeniedException("Nobody says whose record their own account is.");
            }
            staff.byId(account)
                    .filter(each -> each.kind() == AccountKind.PERSON)
                    .orElseThrow(() -> new InvalidInputException("officer", "Choose an officer's account."));
            var before = lists.ownRecord(account).orElse(null);
            var was = before == null ? null : desk.open(before).person();
            var is = person == null ? null : desk.open(person).person();
            store.ownRecord(account, is == null ? null : is.id());
            if (is != null) {
                alerts.bar(SubjectType.PERSON, is.records(), account);
            }
            var note = AuditNote.change(new SubjectRef(SubjectType.ACCOUNT, account, "Account " + account),
                            is == null ? "Account no longer linked to a person" : "Account linked to a person")
                    .withField("person", before, is == null ? null : is.id());
            audit.record(viewer, note.shown(Stream.of(was, is).filter(Objects::nonNull).map(Person::subject).distinct().toList()));
        });
    }
}
