package org.vigil.victim.data;

import static org.vigil.db.generated.Tables.VICTIM_CHILDREN;
import static org.vigil.db.generated.Tables.VICTIM_CONTACT;
import static org.vigil.db.generated.Tables.VICTIM_EQUIPMENT;
import static org.vigil.db.generated.Tables.VICTIM_NEED;
import static org.vigil.db.generated.Tables.VICTIM_SCHOOL;
import static org.vigil.db.generated.Tables.VICTIM_SIDE;
import static org.vigil.db.generated.Tables.VICTIM_UPDATE;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.db.generated.tables.records.VictimChildrenRecord;
import org.vigil.db.generated.tables.records.VictimUpdateRecord;
import org.vigil.victim.CaseOfVictim;
import org.vigil.victim.Children;
import org.vigil.victim.ContactMeans;
import org.vigil.victim.ContactOutcome;
import org.vigil.victim.Equipment;
import org.vigil.victim.Need;
import org.vigil.victim.NeedEntry;
import org.vigil.victim.NeedStep;
import org.vigil.victim.ReferralState;
import org.vigil.victim.SchoolState;
import org.vigil.victim.UpdateKind;
import org.vigil.victim.UpdateState;
import org.vigil.victim.VictimContact;
import org.vigil.victim.VictimSide;
import org.vigil.victim.VictimUpdate;

/** Reads the victim's side of cases; which cases somebody may see is asked of {@link CaseGround} first. */
@Component
public class VictimReads {

    private final DSLContext sql;

    VictimReads(DSLContext sql) {
        this.sql = sql;
    }

    /** Of whom nothing is recorded, they are unknown. */
    public VictimSide side(long caseId, int place) {
        return sides(List.of(caseId)).stream()
                .filter(side -> side.place() == place)
                .findFirst()
                .orElseGet(() -> VictimSide.unknown(caseId, place));
    }

    /** The sides that something was recorded of. */
    public List<VictimSide> sides(Collection<Long> cases) {
        return cases.isEmpty()
                ? List.of()
                : sql.selectFrom(VICTIM_SIDE)
                        .where(VICTIM_SIDE.CASE_ID.in(cases))
                        .orderBy(VICTIM_SIDE.CASE_ID, VICTIM_SIDE.PLACE)
                        .fetch(SideColumns::side);
    }

    /** What the victims of these cases were, or are to be, told, in the order of events. */
    public List<VictimUpdate> updates(Collection<Long> cases) {
        return cases.isEmpty()
                ? List.of()
                : sql.selectFrom(VICTIM_UPDATE)
                        .where(VICTIM_UPDATE.CASE_ID.in(cases))
                        .orderBy(VICTIM_UPDATE.EVENT_AT, VICTIM_UPDATE.ID)
                        .fetch(VictimReads::update);
    }

    /** The case of an update. */
    public Optional<Long> caseOf(long update) {
        return sql.select(VICTIM_UPDATE.CASE_ID)
                .from(VICTIM_UPDATE)
                .where(VICTIM_UPDATE.ID.eq(update))
                .fetchOptional(VICTIM_UPDATE.CASE_ID);
    }

    /** Contacts and attempts, the latest first. */
    public List<VictimContact> contacts(Collection<Long> cases) {
        return cases.isEmpty()
                ? List.of()
                : sql.selectFrom(VICTIM_CONTACT)
                        .where(VICTIM_CONTACT.CASE_ID.in(cases))
                        .orderBy(VICTIM_CONTACT.AT.desc(), VICTIM_CONTACT.ID.desc())
                        .fetch(row -> new VictimContact(
                                row.getId(),
                                row.getCaseId(),
                                row.getPlace(),
                                row.getAt(),
                                ContactMeans.valueOf(row.getMeans()),
                                ContactOutcome.valueOf(row.getOutcome()),
                                row.getNote(),
                                row.getSafe(),
                                row.getOutsideWhy(),
                                row.getRecordedAt(),
                                row.getAccountId(),
                                row.getRecordedBy()));
    }

    /** Steps of needs, in the order in which they were recorded. */
    public List<NeedEntry> needs(Collection<Long> cases) {
        return cases.isEmpty()
                ? List.of()
                : sql.selectFrom(VICTIM_NEED)
                        .where(VICTIM_NEED.CASE_ID.in(cases))
                        .orderBy(VICTIM_NEED.ID)
                        .fetch(row -> new NeedEntry(
                                row.getId(),
                                row.getCaseId(),
                                row.getPlace(),
                                Need.valueOf(row.getNeed()),
                                NeedStep.valueOf(row.getState()),
                                row.getAt(),
                                row.getDetail(),
                                row.getNote(),
                                row.getRecordedAt(),
                                row.getRecordedBy()));
    }

    /** What was issued for the homes of a case's victims, oldest first. */
    public List<Equipment> equipment(long caseId) {
        return sql.selectFrom(VICTIM_EQUIPMENT)
                .where(VICTIM_EQUIPMENT.CASE_ID.eq(caseId))
                .orderBy(VICTIM_EQUIPMENT.ISSUED_AT, VICTIM_EQUIPMENT.ID)
                .fetch(row -> new Equipment(
                        row.getId(),
                        row.getCaseId(),
                        row.getPlace(),
                        row.getItem(),
                        row.getIssuedAt(),
                        row.getIssuedBy(),
                        row.getReturnedAt(),
                        row.getReturnedBy()));
    }

    /** What was done for the children of each of these cases; every case has an answer. */
    public Map<Long, Children> children(Collection<CaseOfVictim> cases) {
        var ids = cases.stream().map(CaseOfVictim::id).toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var referrals = sql.selectFrom(VICTIM_CHILDREN)
                .where(VICTIM_CHILDREN.CASE_ID.in(ids))
                .fetchMap(VICTIM_CHILDREN.CASE_ID);
        Map<Long, List<Children.School>> schools = sql.selectFrom(VICTIM_SCHOOL)
                .where(VICTIM_SCHOOL.CASE_ID.in(ids))
                .orderBy(VICTIM_SCHOOL.CASE_ID, VICTIM_SCHOOL.PLACE)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.getCaseId(),
                        Collectors.mapping(
                                row -> new Children.School(
                                        row.getPlace(),
                                        SchoolState.valueOf(row.getState()),
                                        row.getAt(),
                                        row.getWhy(),
                                        row.getRecordedBy()),
                                Collectors.toList())));
        var children = new HashMap<Long, Children>();
        cases.forEach(of -> {
            var row = referrals.get(of.id());
            children.put(of.id(), new Children(
                    of.id(),
                    of.children(),
                    referral(row),
                    schools.getOrDefault(of.id(), List.of()),
                    row == null ? 0 : row.getVersion()));
        });
        return children;
    }

    private static Children.@Nullable Referral referral(@Nullable VictimChildrenRecord row) {
        return row == null
                ? null
                : new Children.Referral(
                        ReferralState.valueOf(row.getReferral()),
                        row.getWhy(),
                        row.getMadeAt(),
                        row.getMadeAccountId(),
                        row.getMadeBy(),
                        row.getConfirmedAt(),
                        row.getConfirmedBy());
    }

    private static VictimUpdate update(VictimUpdateRecord row) {
        var settled = row.getSettledAt() == null
                ? null
                : new VictimUpdate.Settled(
                        row.getSettledAt(),
                        Objects.requireNonNullElse(row.getSettledBy(), ""),
                        row.getContactId(),
                        row.getSettledWhy());
        return new VictimUpdate(
                row.getId(),
                row.getCaseId(),
                row.getPlace(),
                row.getSuspectPlace() == null ? null : row.getSuspectPlace().intValue(),
                UpdateKind.valueOf(row.getKind()),
                row.getEventAt(),
                row.getWords(),
                row.getEnhanced(),
                UpdateState.valueOf(row.getState()),
                settled,
                row.getClockProblem(),
                row.getOpenedAt(),
                row.getVersion());
    }
}
