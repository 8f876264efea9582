package org.vigil.deadline.data;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.vigil.db.generated.Tables.BANK_HOLIDAY;
import static org.vigil.db.generated.Tables.CALENDAR_EDITION;
import static org.vigil.db.generated.Tables.DEADLINE_RULE;
import static org.vigil.db.generated.Tables.DEADLINE_RULE_AUDIENCE;
import static org.vigil.db.generated.Tables.DEADLINE_RULE_RUNG;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.alert.Audience;
import org.vigil.alert.Severity;
import org.vigil.deadline.DeadlineRule;
import org.vigil.deadline.DeadlineRung;
import org.vigil.deadline.rules.BankHolidays;
import org.vigil.deadline.rules.ClockKind;
import org.vigil.deadline.rules.ClockUnit;
import org.vigil.deadline.rules.Rung;
import org.vigil.deadline.rules.RungName;
import org.vigil.shared.Duty;

/** Reads the rules, all versions of them, and the bank holidays. */
@Component
public class CatalogueQueries {

    /** Changes whenever a rule or the calendar does. */
    public record Stamp(@Nullable Long rules, int ended, @Nullable Long calendar) {}

    /** An edition of the bank holidays and where it came from. */
    public record Edition(
            long id, String sourceName, String sha256, Instant loadedAt, String loadedBy, int firstYear, int lastYear) {}

    private record Stage(long ruleId, int position) {}

    private final DSLContext sql;

    CatalogueQueries(DSLContext sql) {
        this.sql = sql;
    }

    public Stamp stamp() {
        return sql.select(
                        max(DEADLINE_RULE.ID),
                        count(DEADLINE_RULE.VALID_TO),
                        field(select(max(CALENDAR_EDITION.ID)).from(CALENDAR_EDITION)))
                .from(DEADLINE_RULE)
                .fetchSingle(row -> new Stamp(row.value1(), row.value2(), row.value3()));
    }

    /**
     * Every version of every rule, by code and then by start of force. The versions are read first: what is added while the
     * rest is read belongs to a version that is not among them, and none stands without its stages.
     */
    public List<DeadlineRule> rules() {
        var versions = sql.selectFrom(DEADLINE_RULE)
                .orderBy(DEADLINE_RULE.CODE, DEADLINE_RULE.VALID_FROM)
                .fetch();
        var stages = sql.selectFrom(DEADLINE_RULE_RUNG)
                .orderBy(DEADLINE_RULE_RUNG.RULE_ID, DEADLINE_RULE_RUNG.POSITION)
                .fetch();
        Map<Stage, List<Audience>> audiences = sql.selectFrom(DEADLINE_RULE_AUDIENCE)
                .orderBy(DEADLINE_RULE_AUDIENCE.NOTIFIED.desc(), DEADLINE_RULE_AUDIENCE.DUTY)
                .fetchGroups(
                        row -> new Stage(row.getRuleId(), row.getPosition()),
                        row -> new Audience(Duty.valueOf(row.getDuty()), row.getNotified()));
        Map<Long, List<DeadlineRung>> rungs = stages.intoGroups(
                DEADLINE_RULE_RUNG.RULE_ID,
                row -> new DeadlineRung(
                        new Rung(
                                row.get(DEADLINE_RULE_RUNG.POSITION),
                                RungName.valueOf(row.get(DEADLINE_RULE_RUNG.NAME)),
                                row.get(DEADLINE_RULE_RUNG.PERCENT),
                                row.get(DEADLINE_RULE_RUNG.MINUTES_FROM_DUE),
                                row.get(DEADLINE_RULE_RUNG.DAYS_FROM_START)),
                        Severity.valueOf(row.get(DEADLINE_RULE_RUNG.SEVERITY)),
                        audiences.getOrDefault(
                                new Stage(row.get(DEADLINE_RULE_RUNG.RULE_ID), row.get(DEADLINE_RULE_RUNG.POSITION)),
                                List.of())));
        return versions.map(row -> rule(row, rungs.getOrDefault(row.getId(), List.of())));
    }

    private static DeadlineRule rule(Record row, List<DeadlineRung> rungs) {
        var unit = row.get(DEADLINE_RULE.UNIT);
        return new DeadlineRule(
                row.get(DEADLINE_RULE.ID),
                row.get(DEADLINE_RULE.CODE),
                row.get(DEADLINE_RULE.TITLE),
                ClockKind.valueOf(row.get(DEADLINE_RULE.KIND)),
                row.get(DEADLINE_RULE.LENGTH),
                unit == null ? null : ClockUnit.valueOf(unit),
                row.get(DEADLINE_RULE.STARTS_WITH),
                row.get(DEADLINE_RULE.MET_WHEN),
                row.get(DEADLINE_RULE.BASIS),
                row.get(DEADLINE_RULE.NOTE),
                Duty.valueOf(row.get(DEADLINE_RULE.OWNER_DUTY)),
                row.get(DEADLINE_RULE.PAUSABLE),
                row.get(DEADLINE_RULE.BREACHABLE),
                row.get(DEADLINE_RULE.STALE_AFTER_MINUTES),
                row.get(DEADLINE_RULE.VALID_FROM),
                row.get(DEADLINE_RULE.VALID_TO),
                row.get(DEADLINE_RULE.CREATED_BY),
                row.get(DEADLINE_RULE.REASON),
                rungs);
    }

    /** The edition in force, which is the one loaded last. */
    public Optional<Edition> edition() {
        return editions(1).stream().findFirst();
    }

    /** The editions, newest first. */
    public List<Edition> editions(int limit) {
        return sql.selectFrom(CALENDAR_EDITION)
                .orderBy(CALENDAR_EDITION.ID.desc())
                .limit(limit)
                .fetch(row -> new Edition(
                        row.getId(),
                        row.getSourceName(),
                        row.getSha256(),
                        row.getLoadedAt(),
                        row.getLoadedBy(),
                        row.getFirstYear(),
                        row.getLastYear()));
    }

    public BankHolidays holidays(Edition edition) {
        Map<LocalDate, String> titles = sql.select(BANK_HOLIDAY.DAY, BANK_HOLIDAY.TITLE)
                .from(BANK_HOLIDAY)
                .where(BANK_HOLIDAY.EDITION_ID.eq(edition.id()))
                .fetchMap(BANK_HOLIDAY.DAY, BANK_HOLIDAY.TITLE);
        return new BankHolidays(titles, edition.firstYear(), edition.lastYear());
    }
}
