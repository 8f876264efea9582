package org.vigil.victim;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.deadline.DeadlineView;
import org.vigil.person.PartyBook;
import org.vigil.person.PersonCore.SafeContact;
import org.vigil.person.SafeContacts;
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
import org.vigil.victim.VictimFilter.Show;
import org.vigil.victim.data.CaseGround;
import org.vigil.victim.data.VictimListQueries;
import org.vigil.victim.data.VictimReads;
import org.vigil.victim.rules.SchoolNotice;

/** Shows who must be told what by when, and the victim's side of each case; each look is logged. */
@Service
@Requires({Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.CUSTODY, Duty.LEADER})
public class VictimService {

    private static final SubjectRef LIST = new SubjectRef(SubjectType.VICTIM_UPDATE, 0, "Victims");

    private final CaseGround cases;
    private final VictimReads reads;
    private final VictimListQueries lists;
    private final VictimCaseLines lines;
    private final PartyBook parties;
    private final SafeContacts safeContacts;
    private final DeadlineQueries deadlines;
    private final AreaDirectory areas;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    VictimService(
            CaseGround cases,
            VictimReads reads,
            VictimListQueries lists,
            VictimCaseLines lines,
            PartyBook parties,
            SafeContacts safeContacts,
            DeadlineQueries deadlines,
            AreaDirectory areas,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.cases = cases;
        this.reads = reads;
        this.lists = lists;
        this.lines = lines;
        this.parties = parties;
        this.safeContacts = safeContacts;
        this.deadlines = deadlines;
        this.areas = areas;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** A row with the victim's name as the viewer may see it. */
    public record Listed(VictimRow row, String name) {}

    /**
     * A page of victims.
     *
     * @param counts how many there are of each kind in the filter's area, as far as a thousand
     */
    public record VictimList(Page<Listed> page, Map<Show, Integer> counts, Instant readAt) {}

    /**
     * Lists victims.
     *
     * @param cursor where the page begins, as an earlier page said, or null
     * @param isNew whether a person asked for this page; a live screen that only refreshes is not logged each time
     */
    public VictimList list(VictimFilter filter, @Nullable String cursor, int limit, boolean isNew) {
        var viewer = viewers.get();
        var now = clock.instant();
        Set<Long> within = filter.areaId() == null ? Set.of() : areas.withDescendants(filter.areaId());
        var page = lists.list(
                viewer, filter.show(), within, cursor == null ? null : Cursor.parse(cursor), limit, now);
        if (isNew) {
            audit.record(viewer, AuditNote.view(LIST, "Listed victims: " + filter.show().label())
                    .shown(page.items().stream()
                            .map(row -> new SubjectRef(SubjectType.CASE, row.caseId(), row.reference()))
                            .distinct()
                            .toList()));
        }
        var counts = new HashMap<Show, Integer>();
        for (var show : List.of(Show.TO_TELL, Show.OVERDUE, Show.HIGH_RISK_NOT_REACHED)) {
            counts.put(show, lists.count(viewer, show, within, now));
        }
        var named = parties.shown(
                viewer, SubjectType.CASE, page.items().stream().map(VictimRow::caseId).distinct().toList(), now);
        return new VictimList(page.map(row -> new Listed(row, name(named, row))), counts, now);
    }

    private static String name(Map<Long, List<ShownParty>> named, VictimRow row) {
        return named.getOrDefault(row.caseId(), List.of()).stream()
                .filter(party -> party.place() == row.place())
                .map(ShownParty::name)
                .findFirst()
                .orElse("Victim");
    }

    /** The case of an update, if there is such an update and the viewer's areas cover the case. */
    public Optional<Long> caseOf(long update) {
        return reads.caseOf(update).filter(id -> cases.byId(viewers.get(), id).isPresent());
    }

    /**
     * The victim's side of one case, if it is within the viewer's areas.
     *
     * @param isNew whether a person opened it; a live page that only refreshes is not logged each time
     */
    public Optional<VictimPage> page(long caseId, boolean isNew) {
        var viewer = viewers.get();
        var found = cases.byId(viewer, caseId);
        if (isNew) {
            found.ifPresent(of -> audit.record(
                    viewer, AuditNote.view(of.subject(), "Opened the victim's side of the case")));
        }
        return found.map(of -> page(viewer, of));
    }

    private VictimPage page(Viewer viewer, CaseOfVictim of) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var ids = List.of(of.id());
        var people = new HashMap<Integer, ShownParty>();
        parties.shown(viewer, SubjectType.CASE, ids, now)
                .getOrDefault(of.id(), List.of())
                .forEach(party -> people.put(party.place(), party));
        var updates = reads.updates(ids);
        var clocks = deadlines.of(SubjectType.VICTIM_UPDATE, updates.stream().map(VictimUpdate::id).toList());
        var shownUpdates = updates.stream()
                .map(update -> new VictimPage.Update(update, current(clocks.getOrDefault(update.id(), List.of()))))
                .collect(groupingBy(update -> update.of().place()));
        var contacts = reads.contacts(ids).stream().collect(groupingBy(VictimContact::place));
        var needs = reads.needs(ids).stream().collect(groupingBy(NeedEntry::place));
        var equipment = reads.equipment(of.id()).stream().collect(groupingBy(Equipment::place));
        var says = safeContacts.of(viewer, people.values().stream()
                .filter(who -> of.victims().contains(who.place()))
                .map(ShownParty::person)
                .filter(Objects::nonNull)
                .toList(), now);
        var victims = of.victims().stream()
                .map(place -> {
                    var who = people.getOrDefault(place, unnamed(place));
                    var theirs = shownUpdates.getOrDefault(place, List.of());
                    return who.heldBack()
                            ? heldBack(who, of, place, theirs)
                            : new VictimPage.Victim(
                                    who,
                                    reads.side(of.id(), place),
                                    theirs,
                                    contacts.getOrDefault(place, List.of()),
                                    needs.getOrDefault(place, List.of()).stream().collect(groupingBy(NeedEntry::need)),
                                    equipment.getOrDefault(place, List.of()),
                                    says(says, who));
                })
                .toList();
        var school = current(deadlines.of(of.subject()).stream()
                .filter(view -> view.rule().equals(SchoolNotice.RULE))
                .toList());
        return new VictimPage(
                of,
                lines.lines(ids, now).getOrDefault(of.id(), List.of()),
                victims,
                Objects.requireNonNull(reads.children(List.of(of)).get(of.id())),
                people,
                school,
                now);
    }

    private static @Nullable SafeContact says(Map<Long, SafeContact> says, ShownParty who) {
        return who.person() == null ? null : says.get(who.person());
    }

    /** That something is to be told shows, and by when; not what was agreed with somebody whom the viewer must not know. */
    private static VictimPage.Victim heldBack(
            ShownParty who, CaseOfVictim of, int place, List<VictimPage.Update> updates) {
        var bare = updates.stream()
                .map(update -> new VictimPage.Update(
                        update.of().movedTo(update.of().eventAt(), update.of().kind().sentence() + "."), update.clock()))
                .toList();
        return new VictimPage.Victim(
                who, VictimSide.unknown(of.id(), place), bare, List.of(), Map.of(), List.of(), null);
    }

    private static ShownParty unnamed(int place) {
        return new ShownParty(place, "VICTIM", "Name not given", null, false, null);
    }

    /** Of several that ran one after the other the latest counts; one that was cancelled only where none came after it. */
    private static @Nullable DeadlineView current(List<DeadlineView> clocks) {
        return clocks.stream()
                .filter(DeadlineView::isCurrent)
                .max(Comparator.comparing((DeadlineView view) -> view.state().isOpen()).thenComparing(DeadlineView::id))
                .orElse(null);
    }
}
