package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.ACCOUNT;
import static org.vigil.db.generated.Tables.INCIDENT_ARREST;
import static org.vigil.db.generated.Tables.INCIDENT_CORRECTION;
import static org.vigil.db.generated.Tables.INCIDENT_CRIME;
import static org.vigil.db.generated.Tables.INCIDENT_GRADE_CHANGE;
import static org.vigil.db.generated.Tables.INCIDENT_PARTY;
import static org.vigil.db.generated.Tables.INCIDENT_PARTY_IDENTIFIER;
import static org.vigil.db.generated.Tables.INCIDENT_UNIT;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.vigil.incident.Arrest;
import org.vigil.incident.CorrectedField;
import org.vigil.incident.Correction;
import org.vigil.incident.GradeStep;
import org.vigil.incident.Identifier;
import org.vigil.incident.IdentifierScheme;
import org.vigil.incident.KnownCrime;
import org.vigil.incident.Party;
import org.vigil.incident.PartyAddress;
import org.vigil.incident.PartyRole;

/** What hangs on the calls with some keys, by call: one statement for each kind of part, however many calls. */
record CallParts(
        Map<Long, List<GradeStep>> steps,
        Map<Long, List<Party>> parties,
        Map<Long, List<String>> units,
        Map<Long, List<Arrest>> arrests,
        Map<Long, List<KnownCrime>> crimes,
        Map<Long, List<Correction>> corrections) {

    private record PartyKey(long call, short position) {}

    static CallParts of(DSLContext sql, Collection<Long> calls) {
        return new CallParts(
                steps(sql, calls),
                parties(sql, calls),
                units(sql, calls),
                arrests(sql, calls),
                crimes(sql, calls),
                corrections(sql, calls));
    }

    private static Map<Long, List<GradeStep>> steps(DSLContext sql, Collection<Long> calls) {
        return sql.selectFrom(INCIDENT_GRADE_CHANGE)
                .where(INCIDENT_GRADE_CHANGE.INCIDENT_ID.in(calls))
                .orderBy(INCIDENT_GRADE_CHANGE.INCIDENT_ID, INCIDENT_GRADE_CHANGE.POSITION)
                .fetchGroups(
                        INCIDENT_GRADE_CHANGE.INCIDENT_ID,
                        row -> new GradeStep(
                                row.getGrade(),
                                row.getDomesticAbuse(),
                                row.getAt(),
                                row.getChangedBy(),
                                row.getReason(),
                                row.getAuthority()));
    }

    private static Map<Long, List<Party>> parties(DSLContext sql, Collection<Long> calls) {
        var identifiers = sql.selectFrom(INCIDENT_PARTY_IDENTIFIER)
                .where(INCIDENT_PARTY_IDENTIFIER.INCIDENT_ID.in(calls))
                .orderBy(INCIDENT_PARTY_IDENTIFIER.SCHEME, INCIDENT_PARTY_IDENTIFIER.VALUE)
                .fetchGroups(
                        row -> new PartyKey(row.getIncidentId(), row.getPosition()),
                        row -> new Identifier(IdentifierScheme.valueOf(row.getScheme()), row.getValue()));
        return sql.selectFrom(INCIDENT_PARTY)
                .where(INCIDENT_PARTY.INCIDENT_ID.in(calls))
                .orderBy(INCIDENT_PARTY.INCIDENT_ID, INCIDENT_PARTY.POSITION)
                .fetchGroups(INCIDENT_PARTY.INCIDENT_ID, row -> {
                    var key = new PartyKey(row.getIncidentId(), row.getPosition());
                    var hasAddress = row.getAddressLine() != null || row.getPostcode() != null;
                    return new Party(
                            PartyRole.valueOf(row.getRole()),
                            row.getGivenName(),
                            row.getFamilyName(),
                            row.getDateOfBirth(),
                            row.getSex(),
                            row.getPhone(),
                            hasAddress ? new PartyAddress(row.getAddressLine(), row.getPostcode()) : null,
                            identifiers.getOrDefault(key, List.of()));
                });
    }

    private static Map<Long, List<String>> units(DSLContext sql, Collection<Long> calls) {
        return sql.selectFrom(INCIDENT_UNIT)
                .where(INCIDENT_UNIT.INCIDENT_ID.in(calls))
                .orderBy(INCIDENT_UNIT.INCIDENT_ID, INCIDENT_UNIT.POSITION)
                .fetchGroups(INCIDENT_UNIT.INCIDENT_ID, INCIDENT_UNIT.UNIT);
    }

    private static Map<Long, List<Arrest>> arrests(DSLContext sql, Collection<Long> calls) {
        return sql.selectFrom(INCIDENT_ARREST)
                .where(INCIDENT_ARREST.INCIDENT_ID.in(calls))
                .orderBy(INCIDENT_ARREST.INCIDENT_ID, INCIDENT_ARREST.POSITION)
                .fetchGroups(INCIDENT_ARREST.INCIDENT_ID, row -> {
                    var party = row.getParty();
                    return new Arrest(party == null ? null : party.intValue(), row.getAt(), row.getReasonForNone());
                });
    }

    private static Map<Long, List<KnownCrime>> crimes(DSLContext sql, Collection<Long> calls) {
        return sql.selectFrom(INCIDENT_CRIME)
                .where(INCIDENT_CRIME.INCIDENT_ID.in(calls))
                .orderBy(INCIDENT_CRIME.INCIDENT_ID, INCIDENT_CRIME.POSITION)
                .fetchGroups(
                        INCIDENT_CRIME.INCIDENT_ID,
                        row -> new KnownCrime(
                                row.getReference(), row.getRecordedAt(), row.getNoCrimeReason(), row.getHeardAt()));
    }

    private static Map<Long, List<Correction>> corrections(DSLContext sql, Collection<Long> calls) {
        return sql.select(INCIDENT_CORRECTION.fields())
                .select(ACCOUNT.DISPLAY_NAME)
                .from(INCIDENT_CORRECTION)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(INCIDENT_CORRECTION.CORRECTED_BY))
                .where(INCIDENT_CORRECTION.INCIDENT_ID.in(calls))
                .orderBy(INCIDENT_CORRECTION.INCIDENT_ID, INCIDENT_CORRECTION.ID)
                .fetchGroups(
                        INCIDENT_CORRECTION.INCIDENT_ID,
                        row -> new Correction(
                                CorrectedField.valueOf(row.get(INCIDENT_CORRECTION.FIELD)),
                                row.get(INCIDENT_CORRECTION.FLAG_VALUE),
                                row.get(INCIDENT_CORRECTION.TIME_VALUE),
                                row.get(INCIDENT_CORRECTION.TEXT_VALUE),
                                row.get(INCIDENT_CORRECTION.EVIDENCE),
                                row.get(INCIDENT_CORRECTION.CORRECTED_BY),
                                row.get(ACCOUNT.DISPLAY_NAME),
                                row.get(INCIDENT_CORRECTION.CORRECTED_AT)));
    }
}
