package org.vigil.custody;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.custody.data.CustodyListQueries;
import org.vigil.custody.data.CustodyReads;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.person.PartyBook;
import org.vigil.person.ShownParty;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.Page;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.Cursor;

/** Shows custody records to those who work with them, within their areas. */
@Service
@Requires({Duty.CUSTODY, Duty.SUPERVISOR, Duty.SPECIALIST, Duty.LEADER, Duty.CALLS, Duty.RESPONSE, Duty.NPT})
public class CustodyService {

    private static final SubjectRef LIST = new SubjectRef(SubjectType.CUSTODY, 0, "list");

    private final CustodyReads records;
    private final CustodyListQueries lists;
    private final CustodyBook book;
    private final DeadlineQueries deadlines;
    private final PartyBook parties;
    private final AreaDirectory areas;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    CustodyService(
            CustodyReads records,
            CustodyListQueries lists,
            CustodyBook book,
            DeadlineQueries deadlines,
            PartyBook parties,
            AreaDirectory areas,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.records = records;
        this.lists = lists;
        this.book = book;
        this.deadlines = deadlines;
        this.parties = parties;
        this.areas = areas;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * A page of records with how many there are in all.
     *
     * @param total negative where nobody counted to the end
     * @param counts of the filter's area
     */
    public record CustodyList(Page<CustodyRow> page, int total, CustodyCounts counts, Instant readAt) {}

    /**
     * Lists records: where a limit presses, what ends first on top, else the newest.
     *
     * @param cursor where the page begins, as an earlier page said, or null
     * @param isNew whether a person asked for this page; a live screen that only refreshes is not logged each time
     */
    public CustodyList list(CustodyFilter filter, @Nullable String cursor, int limit, boolean isNew) {
        var viewer = viewers.get();
        var now = clock.instant();
        Set<Long> within = filter.areaId() == null ? Set.of() : areas.withDescendants(filter.areaId());
        var read = lists.list(viewer, filter, within, cursor == null ? null : Cursor.parse(cursor), limit, now);
        var closed = parties.closed(
                viewer, SubjectType.CUSTODY, read.items().stream().map(CustodyRow::id).toList(), now);
        // A record is about one person alone: where nobody may know of them, there is none.
        var page = new Page<>(read.items().stream().filter(row -> !closed.contains(row.id())).toList(), read.next());
        if (isNew) {
            audit.record(viewer, AuditNote.view(LIST, "Listed custody: " + filter.show().label().toLowerCase(Locale.UK))
                    .shown(page.items().stream()
                            .map(row -> new SubjectRef(SubjectType.CUSTODY, row.id(), row.reference()))
                            .toList()));
        }
        return new CustodyList(
                new Page<>(named(viewer, page.items(), now), page.next()),
                lists.count(viewer, filter, within, now),
                lists.counts(viewer, within, now),
                now);
    }

    private List<CustodyRow> named(Viewer viewer, List<CustodyRow> rows, Instant now) {
        var shown = parties.shown(viewer, SubjectType.CUSTODY, rows.stream().map(CustodyRow::id).toList(), now);
        return rows.stream()
                .map(row -> {
                    var suspect = suspect(shown, row.id());
                    return suspect.map(who -> who.heldBack() ? row.named(who.name()).withoutWords() : row.named(who.name()))
                            .orElse(row);
                })
                .toList();
    }

    private static Optional<ShownParty> suspect(Map<Long, List<ShownParty>> shown, long id) {
        return shown.getOrDefault(id, List.of()).stream().findFirst();
    }

    /**
     * One record, if it is within the viewer's areas.
     *
     * @param isNew whether a person opened it; a live page that only refreshes is not logged each time
     */
    public Optional<CustodyPage> page(long id, boolean isNew) {
        var viewer = viewers.get();
        var found = records.byId(viewer, id)
                .filter(record -> parties.closed(viewer, SubjectType.CUSTODY, List.of(id), clock.instant()).isEmpty());
        if (isNew) {
            found.ifPresent(record ->
                    audit.record(viewer, AuditNote.view(record.subject(), "Opened the custody record")));
        }
        return found.map(record -> page(viewer, record));
    }

    private CustodyPage page(Viewer viewer, CustodyRecord record) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var suspect = suspect(parties.shown(viewer, SubjectType.CUSTODY, List.of(record.id()), now), record.id());
        return new CustodyPage(
                record,
                book.standing(record),
                suspect.orElse(null),
                suspect.map(ShownParty::heldBack).orElse(false),
                deadlines.of(record.subject()),
                now);
    }
}
