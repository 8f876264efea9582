package org.vigil.audit;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.data.AuditQueries;
import org.vigil.audit.rules.EntryPlace;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.Page;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;

/** What an auditor may do with the log: read every line of it, and check it. What they read is logged in its turn. */
@Service
@Requires(Duty.AUDITOR)
public class AuditService {

    public static final int PAGE = 50;

    private final AuditQueries queries;
    private final AuditVerifier verifier;
    private final AuditLog log;
    private final CurrentViewer viewer;

    AuditService(AuditQueries queries, AuditVerifier verifier, AuditLog log, CurrentViewer viewer) {
        this.queries = queries;
        this.verifier = verifier;
        this.log = log;
        this.viewer = viewer;
    }

    /**
     * A page of the log, newest first, values masked. The look itself is logged, so call it for a search that has
     * settled.
     *
     * @param cursor {@link Page#next} of the page before, or null
     */
    public Page<AuditRow> page(AuditFilter filter, @Nullable String cursor) {
        var page = queries.page(filter, cursor, PAGE);
        log.record(AuditNote.of(
                        Action.SEARCH, AuditVerifier.LOG_ITSELF, "Read the audit log: " + page.items().size() + " entries")
                .withField("terms", null, words(filter)));
        return page;
    }

    /** One entry in full, values masked; the look is logged. */
    public Optional<AuditEntryView> entry(long id) {
        var found = queries.entry(id);
        found.ifPresent(entry -> log.record(AuditNote.view(
                new SubjectRef(SubjectType.AUDIT, id, EntryPlace.of(id).reference()),
                "Opened entry " + entry.reference())));
        return found;
    }

    public Optional<Verification> lastVerification() {
        return verifier.last();
    }

    /** Checks the whole log on the caller's thread; the result is kept. */
    public Verification verify(VerificationProgress progress) {
        return verifier.verify(viewer.get(), progress);
    }

    private static String words(AuditFilter filter) {
        var words = new ArrayList<String>();
        add(words, "user", filter.username());
        add(words, "record", filter.type() == null ? null : filter.type().label());
        add(words, "reference", filter.reference());
        add(words, "action", filter.action() == null ? null : filter.action().label().toLowerCase(Locale.UK));
        add(words, "from", filter.from() == null ? null : UkTime.moment(filter.from()));
        add(words, "to", filter.to() == null ? null : UkTime.moment(filter.to()));
        return words.isEmpty() ? "everything" : String.join(", ", words);
    }

    private static void add(ArrayList<String> words, String name, @Nullable String value) {
        if (value != null) {
            words.add(name + " " + value);
        }
    }
}
