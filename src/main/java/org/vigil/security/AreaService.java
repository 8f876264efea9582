package org.vigil.security;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.security.data.AreaQueries;
import org.vigil.security.data.AreaStore;
import org.vigil.security.rules.AreaRules;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** The force's ground in the hands of an administrator. Areas are never deleted: records point at them. */
@Service
@Requires(Duty.ADMIN)
public class AreaService {

    private static final int CODE_LENGTH = 16;
    private static final int NAME_LENGTH = 80;

    private final AreaQueries areas;
    private final AreaStore store;
    private final AreaDirectory directory;
    private final Transactions transactions;
    private final AuditLog audit;

    AreaService(
            AreaQueries areas, AreaStore store, AreaDirectory directory, Transactions transactions, AuditLog audit) {
        this.areas = areas;
        this.store = store;
        this.directory = directory;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Every area by code, read afresh. */
    public List<Area> all() {
        return areas.all();
    }

    /**
     * Adds an area and answers its key.
     *
     * @param parentId the force of a district, the district of a beat; null for a force
     * @throws InvalidInputException when the area can't be put there, or its code is taken
     */
    public long create(AreaKind kind, @Nullable Long parentId, String code, String name) {
        requireText(code, name);
        return transactions.call(() -> {
            refuse("Lies in", AreaRules.problemWithNew(kind, parentId == null ? null : get(parentId)));
            refuseTakenCode(code.strip(), null);
            var id = store.insert(parentId, kind, code.strip(), name.strip());
            audit.record(AuditNote.create(ref(id, code.strip()), kind.label() + " created")
                    .withField("code", null, code.strip())
                    .withField("name", null, name.strip()));
            refreshAfterCommit();
            return id;
        });
    }

    /** @throws ChangedMeanwhileException when the area is no longer at this version */
    public void rename(long id, int version, String code, String name) {
        requireText(code, name);
        transactions.run(() -> {
            var before = current(id, version);
            refuseTakenCode(code.strip(), id);
            store.rename(id, version, code.strip(), name.strip());
            audit.record(AuditNote.change(ref(id, before.code()), before.kind().label() + " renamed")
                    .withField("code", before.code(), code.strip())
                    .withField("name", before.name(), name.strip()));
            refreshAfterCommit();
        });
    }

    /**
     * Takes an area out of use; its records stay.
     *
     * @throws InvalidInputException while areas inside it are in use or accounts are limited to it
     */
    public void deactivate(long id, int version) {
        transactions.run(() -> {
            var area = current(id, version);
            refuse("Area", AreaRules.problemWithEnding(area, areas.activeInside(id), areas.accountsLimitedTo(id)));
            store.setActive(id, version, false);
            audit.record(AuditNote.change(ref(id, area.code()), area.kind().label() + " taken out of use")
                    .withField("active", area.active(), false));
            refreshAfterCommit();
        });
    }

    /** Takes an area back into use. */
    public void activate(long id, int version) {
        transactions.run(() -> {
            var area = current(id, version);
            refuse("Area", AreaRules.problemWithReviving(area, area.parentId() == null ? null : get(area.parentId())));
            store.setActive(id, version, true);
            audit.record(AuditNote.change(ref(id, area.code()), area.kind().label() + " taken back into use")
                    .withField("active", area.active(), true));
            refreshAfterCommit();
        });
    }

    private Area get(long id) {
        return areas.byId(id).orElseThrow(() -> new InvalidInputException("Area", "There is no such area."));
    }

    private Area current(long id, int version) {
        var area = get(id);
        if (area.version() != version) {
            throw new ChangedMeanwhileException("The area");
        }
        return area;
    }

    private void refuseTakenCode(String code, @Nullable Long ownId) {
        areas.byCode(code).filter(other -> ownId == null || other.id() != ownId).ifPresent(other -> {
            throw new InvalidInputException("Code", other.name() + " already has this code.");
        });
    }

    private static void requireText(String code, String name) {
        if (code.isBlank() || code.strip().length() > CODE_LENGTH) {
            throw new InvalidInputException("Code", "Give a code of up to " + CODE_LENGTH + " characters.");
        }
        if (name.isBlank() || name.strip().length() > NAME_LENGTH) {
            throw new InvalidInputException("Name", "Give a name of up to " + NAME_LENGTH + " characters.");
        }
    }

    private static void refuse(String field, Optional<String> problem) {
        problem.ifPresent(text -> {
            throw new InvalidInputException(field, text);
        });
    }

    private void refreshAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                directory.refresh();
            }
        });
    }

    private static SubjectRef ref(long id, String code) {
        return new SubjectRef(SubjectType.AREA, id, code);
    }
}
