package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT_ARREST;
import static org.vigil.db.generated.Tables.INCIDENT_CRIME;
import static org.vigil.db.generated.Tables.INCIDENT_GRADE_CHANGE;
import static org.vigil.db.generated.Tables.INCIDENT_PARTY;
import static org.vigil.db.generated.Tables.INCIDENT_PARTY_IDENTIFIER;
import static org.vigil.db.generated.Tables.INCIDENT_UNIT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.Call;
import org.vigil.incident.Party;
import org.vigil.incident.PartyAddress;

/** Gathers what hangs on many calls and writes it with one batch for each table. */
final class CallPartsWriter {

    private static final PartyAddress NO_ADDRESS = new PartyAddress(null, null);

    private final DSLContext sql;
    private final List<@Nullable Object[]> steps = new ArrayList<>();
    private final List<@Nullable Object[]> parties = new ArrayList<>();
    private final List<@Nullable Object[]> identifiers = new ArrayList<>();
    private final List<@Nullable Object[]> units = new ArrayList<>();
    private final List<@Nullable Object[]> arrests = new ArrayList<>();
    private final List<@Nullable Object[]> crimes = new ArrayList<>();

    CallPartsWriter(DSLContext sql) {
        this.sql = sql;
    }

    void remove(Collection<Long> calls) {
        sql.deleteFrom(INCIDENT_PARTY_IDENTIFIER).where(INCIDENT_PARTY_IDENTIFIER.INCIDENT_ID.in(calls)).execute();
        sql.deleteFrom(INCIDENT_PARTY).where(INCIDENT_PARTY.INCIDENT_ID.in(calls)).execute();
        sql.deleteFrom(INCIDENT_GRADE_CHANGE).where(INCIDENT_GRADE_CHANGE.INCIDENT_ID.in(calls)).execute();
        sql.deleteFrom(INCIDENT_UNIT).where(INCIDENT_UNIT.INCIDENT_ID.in(calls)).execute();
        sql.deleteFrom(INCIDENT_ARREST).where(INCIDENT_ARREST.INCIDENT_ID.in(calls)).execute();
        sql.deleteFrom(INCIDENT_CRIME).where(INCIDENT_CRIME.INCIDENT_ID.in(calls)).execute();
    }

    void add(long id, Call call) {
        var place = 0;
        for (var step : call.grading().steps()) {
            steps.add(new Object[] {
                id, place++, step.grade(), step.domesticAbuse(), step.at(), step.by(), step.reason(), step.authority()
            });
        }
        place = 0;
        for (var party : call.parties()) {
            addParty(id, place++, party);
        }
        place = 0;
        for (var unit : call.units()) {
            units.add(new Object[] {id, place++, unit});
        }
        place = 0;
        for (var arrest : call.arrests()) {
            arrests.add(new Object[] {id, place++, arrest.party(), arrest.at(), arrest.reasonForNone()});
        }
        place = 0;
        for (var crime : call.crimes()) {
            crimes.add(new Object[] {
                id, place++, crime.reference(), crime.recordedAt(), crime.noCrimeReason(), crime.heardAt()
            });
        }
    }

    private void addParty(long id, int place, Party party) {
        var address = party.address() == null ? NO_ADDRESS : party.address();
        parties.add(new Object[] {
            id,
            place,
            party.role().name(),
            party.givenName(),
            party.familyName(),
            party.dateOfBirth(),
            party.sex(),
            party.phone(),
            address.line(),
            address.postcode()
        });
        for (var identifier : party.identifiers()) {
            identifiers.add(new Object[] {id, place, identifier.scheme().name(), identifier.value()});
        }
    }

    void write() {
        var step = INCIDENT_GRADE_CHANGE;
        write(step, steps, step.INCIDENT_ID, step.POSITION, step.GRADE, step.DOMESTIC_ABUSE, step.AT, step.CHANGED_BY,
                step.REASON, step.AUTHORITY);
        var party = INCIDENT_PARTY;
        write(party, parties, party.INCIDENT_ID, party.POSITION, party.ROLE, party.GIVEN_NAME, party.FAMILY_NAME,
                party.DATE_OF_BIRTH, party.SEX, party.PHONE, party.ADDRESS_LINE, party.POSTCODE);
        var identifier = INCIDENT_PARTY_IDENTIFIER;
        write(identifier, identifiers, identifier.INCIDENT_ID, identifier.POSITION, identifier.SCHEME,
                identifier.VALUE);
        var unit = INCIDENT_UNIT;
        write(unit, units, unit.INCIDENT_ID, unit.POSITION, unit.UNIT);
        var arrest = INCIDENT_ARREST;
        write(arrest, arrests, arrest.INCIDENT_ID, arrest.POSITION, arrest.PARTY, arrest.AT, arrest.REASON_FOR_NONE);
        var crime = INCIDENT_CRIME;
        write(crime, crimes, crime.INCIDENT_ID, crime.POSITION, crime.REFERENCE, crime.RECORDED_AT,
                crime.NO_CRIME_REASON, crime.HEARD_AT);
    }

    private void write(Table<?> table, List<@Nullable Object[]> rows, Field<?>... columns) {
        if (rows.isEmpty()) {
            return;
        }
        var statement = sql.batch(sql.insertInto(table).columns(columns).values(new @Nullable Object[columns.length]));
        rows.forEach(statement::bind);
        statement.execute();
    }
}
