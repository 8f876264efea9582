package org.vigil.victim.data;

import static org.vigil.db.generated.Tables.VICTIM_CHILDREN;
import static org.vigil.db.generated.Tables.VICTIM_CONTACT;
import static org.vigil.db.generated.Tables.VICTIM_EQUIPMENT;
import static org.vigil.db.generated.Tables.VICTIM_NEED;
import static org.vigil.db.generated.Tables.VICTIM_SCHOOL;
import static org.vigil.db.generated.Tables.VICTIM_SIDE;
import static org.vigil.db.generated.Tables.VICTIM_UPDATE;

import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.db.generated.tables.records.VictimUpdateRecord;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.Viewer;
import org.vigil.victim.Children;
import org.vigil.victim.NeedEntry;
import org.vigil.victim.VictimContact;
import org.vigil.victim.VictimSide;
import org.vigil.victim.VictimUpdate;

/** Writes the victim's side of cases, within the caller's transaction, which holds the case's row. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class VictimStore {

    private final DSLContext sql;

    VictimStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Keeps a victim's side.
     *
     * @param side with the version that was on screen
     */
    public void save(VictimSide side) {
        var row = sql.newRecord(VICTIM_SIDE);
        SideColumns.fill(row, side);
        row.setVersion(side.version() + 1);
        if (side.version() == 0) {
            var known = sql.fetchExists(
                    VICTIM_SIDE, VICTIM_SIDE.CASE_ID.eq(side.caseId()), VICTIM_SIDE.PLACE.eq((short) side.place()));
            requireUnchanged(!known);
            row.insert();
            return;
        }
        requireUnchanged(1 == sql.update(VICTIM_SIDE)
                .set(row)
                .where(VICTIM_SIDE.CASE_ID.eq(side.caseId()))
                .and(VICTIM_SIDE.PLACE.eq((short) side.place()))
                .and(VICTIM_SIDE.VERSION.eq(side.version()))
                .execute());
    }

    /** Adds an update and answers it with its key. */
    public VictimUpdate add(VictimUpdate update) {
        var row = sql.newRecord(VICTIM_UPDATE);
        fill(row, update);
        row.setVersion(0);
        row.insert();
        return update.withId(row.getId());
    }

    /** Writes what became of an update. */
    public void write(VictimUpdate update) {
        var row = sql.newRecord(VICTIM_UPDATE);
        fill(row, update);
        requireUnchanged(1 == sql.update(VICTIM_UPDATE)
                .set(row)
                .set(VICTIM_UPDATE.VERSION, VICTIM_UPDATE.VERSION.plus(1))
                .where(VICTIM_UPDATE.ID.eq(update.id()))
                .and(VICTIM_UPDATE.VERSION.eq(update.version()))
                .execute());
    }

    /** Adds a contact and answers its key. */
    public long add(VictimContact contact) {
        return sql.insertInto(VICTIM_CONTACT)
                .set(VICTIM_CONTACT.CASE_ID, contact.caseId())
                .set(VICTIM_CONTACT.PLACE, (short) contact.place())
                .set(VICTIM_CONTACT.AT, contact.at())
                .set(VICTIM_CONTACT.MEANS, contact.means().name())
                .set(VICTIM_CONTACT.OUTCOME, contact.outcome().name())
                .set(VICTIM_CONTACT.NOTE, contact.note())
                .set(VICTIM_CONTACT.SAFE, contact.safe())
                .set(VICTIM_CONTACT.OUTSIDE_WHY, contact.outsideWhy())
                .set(VICTIM_CONTACT.RECORDED_AT, contact.recordedAt())
                .set(VICTIM_CONTACT.ACCOUNT_ID, contact.accountId())
                .set(VICTIM_CONTACT.RECORDED_BY, contact.recordedBy())
                .returning(VICTIM_CONTACT.ID)
                .fetchSingle(VICTIM_CONTACT.ID);
    }

    /** Adds a step of a need. */
    public void add(NeedEntry entry, long account) {
        sql.insertInto(VICTIM_NEED)
                .set(VICTIM_NEED.CASE_ID, entry.caseId())
                .set(VICTIM_NEED.PLACE, (short) entry.place())
                .set(VICTIM_NEED.NEED, entry.need().name())
                .set(VICTIM_NEED.STATE, entry.step().name())
                .set(VICTIM_NEED.AT, entry.at())
                .set(VICTIM_NEED.DETAIL, entry.detail())
                .set(VICTIM_NEED.NOTE, entry.note())
                .set(VICTIM_NEED.RECORDED_AT, entry.recordedAt())
                .set(VICTIM_NEED.ACCOUNT_ID, account)
                .set(VICTIM_NEED.RECORDED_BY, entry.recordedBy())
                .execute();
    }

    /** Something was issued for a victim's home. */
    public void issue(long caseId, int place, String item, Instant at, String by) {
        sql.insertInto(VICTIM_EQUIPMENT)
                .set(VICTIM_EQUIPMENT.CASE_ID, caseId)
                .set(VICTIM_EQUIPMENT.PLACE, (short) place)
                .set(VICTIM_EQUIPMENT.ITEM, item)
                .set(VICTIM_EQUIPMENT.ISSUED_AT, at)
                .set(VICTIM_EQUIPMENT.ISSUED_BY, by)
                .execute();
    }

    /** It came back. */
    public void takeBack(long caseId, long equipment, Instant at, String by) {
        requireUnchanged(1 == sql.update(VICTIM_EQUIPMENT)
                .set(VICTIM_EQUIPMENT.RETURNED_AT, at)
                .set(VICTIM_EQUIPMENT.RETURNED_BY, by)
                .where(VICTIM_EQUIPMENT.ID.eq(equipment))
                .and(VICTIM_EQUIPMENT.CASE_ID.eq(caseId))
                .and(VICTIM_EQUIPMENT.RETURNED_AT.isNull())
                .execute());
    }

    /** Keeps whether children are referred, in the place of what was said before; whoever confirmed that must do so anew. */
    public void refer(long caseId, Children.Referral referral, int version) {
        var row = sql.newRecord(VICTIM_CHILDREN);
        row.setReferral(referral.state().name());
        row.setWhy(referral.why());
        row.setMadeAt(referral.madeAt());
        row.setMadeAccountId(referral.madeAccount());
        row.setMadeBy(referral.madeBy());
        row.setConfirmedAt(null);
        row.setConfirmedAccountId(null);
        row.setConfirmedBy(null);
        row.setVersion(version + 1);
        if (version == 0) {
            requireUnchanged(!sql.fetchExists(VICTIM_CHILDREN, VICTIM_CHILDREN.CASE_ID.eq(caseId)));
            row.setCaseId(caseId);
            row.insert();
            return;
        }
        requireUnchanged(1 == sql.update(VICTIM_CHILDREN)
                .set(row)
                .where(VICTIM_CHILDREN.CASE_ID.eq(caseId), VICTIM_CHILDREN.VERSION.eq(version))
                .execute());
    }

    /** A supervisor confirmed that the children are safe. */
    public void confirm(long caseId, int version, Viewer by, Instant now) {
        requireUnchanged(1 == sql.update(VICTIM_CHILDREN)
                .set(VICTIM_CHILDREN.CONFIRMED_AT, now)
                .set(VICTIM_CHILDREN.CONFIRMED_ACCOUNT_ID, by.accountId())
                .set(VICTIM_CHILDREN.CONFIRMED_BY, by.displayName())
                .set(VICTIM_CHILDREN.VERSION, version + 1)
                .where(VICTIM_CHILDREN.CASE_ID.eq(caseId), VICTIM_CHILDREN.VERSION.eq(version))
                .execute());
    }

    /** Keeps what a child's school was told, in the place of what was said before. */
    public void school(long caseId, Children.School school, long account, Instant now) {
        sql.deleteFrom(VICTIM_SCHOOL)
                .where(VICTIM_SCHOOL.CASE_ID.eq(caseId), VICTIM_SCHOOL.PLACE.eq((short) school.place()))
                .execute();
        sql.insertInto(VICTIM_SCHOOL)
                .set(VICTIM_SCHOOL.CASE_ID, caseId)
                .set(VICTIM_SCHOOL.PLACE, (short) school.place())
                .set(VICTIM_SCHOOL.STATE, school.state().name())
                .set(VICTIM_SCHOOL.AT, school.at())
                .set(VICTIM_SCHOOL.WHY, school.why())
                .set(VICTIM_SCHOOL.RECORDED_AT, now)
                .set(VICTIM_SCHOOL.ACCOUNT_ID, account)
                .set(VICTIM_SCHOOL.RECORDED_BY, school.recordedBy())
                .execute();
    }

    private static void fill(VictimUpdateRecord row, VictimUpdate update) {
        var settled = update.settled();
        var suspect = update.suspectPlace();
        row.setCaseId(update.caseId());
        row.setPlace((short) update.place());
        row.setSuspectPlace(suspect == null ? null : suspect.shortValue());
        row.setKind(update.kind().name());
        row.setEventAt(update.eventAt());
        row.setWords(update.words());
        row.setEnhanced(update.enhanced());
        row.setState(update.state().name());
        row.setSettledAt(settled == null ? null : settled.at());
        row.setSettledBy(settled == null ? null : settled.by());
        row.setContactId(settled == null ? null : settled.contactId());
        row.setSettledWhy(settled == null ? null : settled.why());
        row.setClockProblem(update.clockProblem());
        row.setOpenedAt(update.openedAt());
    }

    private static void requireUnchanged(boolean unchanged) {
        if (!unchanged) {
            throw new ChangedMeanwhileException("The victim's side of the case");
        }
    }
}
