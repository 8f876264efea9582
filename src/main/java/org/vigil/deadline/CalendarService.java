package org.vigil.deadline;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.vigil.alert.AlertRaiser;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.deadline.data.CalendarStore;
import org.vigil.deadline.data.CatalogueLock;
import org.vigil.deadline.data.CatalogueQueries;
import org.vigil.deadline.data.ReplanStore;
import org.vigil.deadline.rules.CalendarRules;
import org.vigil.deadline.rules.ClockKind;
import org.vigil.deadline.rules.PublishedCalendar;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;

/** Keeps the bank-holiday calendar: a published file is taken whole or refused whole. */
@Service
public class CalendarService {

    private static final String ENDS = "CALENDAR_ENDS";
    private static final SubjectRef CALENDAR = new SubjectRef(SubjectType.CALENDAR, 0, "Bank holidays");
    private static final String ENDS_KEY = ENDS + ":CALENDAR:0";

    /** The kinds whose count the calendar can change; C3 among them for a murder charge. */
    private static final Set<ClockKind> COUNT_BANK_HOLIDAYS =
            Set.of(ClockKind.C2, ClockKind.C3, ClockKind.C6, ClockKind.SITTING, ClockKind.SCHOOL_DAY);

    private final Transactions transactions;
    private final CalendarStore store;
    private final CatalogueQueries queries;
    private final Catalogues catalogues;
    private final CatalogueLock lock;
    private final ReplanStore asked;
    private final Replanning replanning;
    private final AlertRaiser alerts;
    private final AuditLog audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    CalendarService(
            Transactions transactions,
            CalendarStore store,
            CatalogueQueries queries,
            Catalogues catalogues,
            CatalogueLock lock,
            ReplanStore asked,
            Replanning replanning,
            AlertRaiser alerts,
            AuditLog audit,
            CurrentViewer viewer,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.queries = queries;
        this.catalogues = catalogues;
        this.lock = lock;
        this.asked = asked;
        this.replanning = replanning;
        this.alerts = alerts;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    /**
     * What became of a file.
     *
     * @param taken false where it says what the calendar in force says already
     */
    public record Upload(boolean taken, int firstYear, int lastYear, int days, int clocksChanged) {

        private Upload with(int changed) {
            return new Upload(taken, firstYear, lastYear, days, changed);
        }
    }

    /** The editions held, newest first. */
    @Requires
    public List<CalendarEdition> editions() {
        return queries.editions(10).stream()
                .map(edition -> new CalendarEdition(
                        edition.sourceName(),
                        edition.loadedAt(),
                        edition.loadedBy(),
                        edition.firstYear(),
                        edition.lastYear()))
                .toList();
    }

    /**
     * Takes the JSON that gov.uk publishes.
     *
     * @param name the file's name as it was sent
     * @throws org.vigil.shared.InvalidInputException when it is not whole; nothing has changed then
     */
    @Requires({Duty.ADMIN, Duty.FEED})
    public Upload upload(byte[] file, String name) {
        var list = CalendarFile.read(file);
        var now = clock.instant();
        var taken = transactions.call(() -> take(list, file, name, now));
        return taken.upload().with(replanning.run(taken.replans(), now).changed());
    }

    private record Taken(Upload upload, List<Long> replans) {}

    private Taken take(PublishedCalendar list, byte[] file, String name, Instant now) {
        lock.change();
        var held = catalogues.current().holidays();
        var problems = CalendarRules.problems(list, held, UkTime.localDay(now));
        if (!problems.isEmpty()) {
            throw CalendarFile.refused(String.join("; ", problems) + ".");
        }
        var whole = CalendarRules.together(list, held);
        if (CalendarRules.isSame(whole, held)) {
            var same = new Upload(false, held.firstYear(), held.lastYear(), held.titles().size(), 0);
            return new Taken(same, List.of());
        }
        var by = viewer.get().username();
        var edition = store.insert(whole, name, sha256(file), now, by);
        audit.record(AuditNote.change(
                        new SubjectRef(SubjectType.CALENDAR, edition, "Bank holidays"), "Loaded bank holidays")
                .withField("years", held.firstYear() + " to " + held.lastYear(), whole.firstYear() + " to "
                        + whole.lastYear())
                .withField("days", held.titles().size(), whole.days().size()));
        checkEnd(now);
        var replans = catalogues.current().rules().stream()
                .filter(rule -> COUNT_BANK_HOLIDAYS.contains(rule.kind()))
                .map(DeadlineRule::code)
                .distinct()
                .map(rule -> asked.ask(rule, null, false, "New bank-holiday calendar", by, now))
                .toList();
        return new Taken(new Upload(true, whole.firstYear(), whole.lastYear(), whole.days().size(), 0), replans);
    }

    /**
     * Alerts the administrator when the calendar ends within twelve months, and closes that alert once it does not.
     *
     * @return whether it ends that soon
     */
    public boolean checkEnd(Instant now) {
        return transactions.call(() -> {
            var held = catalogues.current().holidays();
            var soon = CalendarRules.endsSoon(held, now);
            if (soon) {
                alerts.raiseByPolicy(
                        ENDS,
                        CALENDAR,
                        ENDS_KEY,
                        "The bank holidays are known until 31 December " + held.lastYear()
                                + ". Upload the newer list under Clocks: clocks that run past it can't be worked out.",
                        null,
                        now);
            } else {
                alerts.resolve(Set.of(ENDS_KEY), "A newer calendar was loaded.", now);
            }
            return soon;
        });
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
