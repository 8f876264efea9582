package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON_RETENTION_GROUND;
import static org.vigil.db.generated.Tables.PERSON_RETENTION_GROUP;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.vigil.person.rules.RetentionSchedule;
import org.vigil.person.rules.ReviewGround;
import org.vigil.person.rules.ReviewGroup;

/** Reads the retention schedule. */
@Component
public class ScheduleReads {

    private final DSLContext sql;

    ScheduleReads(DSLContext sql) {
        this.sql = sql;
    }

    /** The schedule as it stands on a day. */
    public RetentionSchedule on(LocalDate day) {
        var groups = sql.selectFrom(PERSON_RETENTION_GROUP)
                .fetch(row -> new ReviewGroup(
                        row.getGroupNumber(),
                        row.getTitle(),
                        row.getClearYears(),
                        row.getReviewYears(),
                        row.getKeptToAge() == null ? null : row.getKeptToAge().intValue(),
                        row.getBasis(),
                        row.getValidFrom(),
                        row.getValidTo()));
        var grounds = sql.selectFrom(PERSON_RETENTION_GROUND)
                .fetch(row -> new ReviewGround(
                        ReviewGround.Kind.valueOf(row.getKind()),
                        row.getCode(),
                        row.getDomesticAbuse(),
                        row.getHighRisk(),
                        row.getGroupNumber(),
                        row.getWhy(),
                        row.getValidFrom(),
                        row.getValidTo()));
        return new RetentionSchedule(groups, grounds, day);
    }

    /** The last day, up to this one, on which the schedule changed: what was worked out before it is worked out anew. */
    public LocalDate changedOn(LocalDate today) {
        return Stream.concat(
                        sql.select(PERSON_RETENTION_GROUP.VALID_FROM, PERSON_RETENTION_GROUP.VALID_TO)
                                .from(PERSON_RETENTION_GROUP)
                                .fetch()
                                .stream(),
                        sql.select(PERSON_RETENTION_GROUND.VALID_FROM, PERSON_RETENTION_GROUND.VALID_TO)
                                .from(PERSON_RETENTION_GROUND)
                                .fetch()
                                .stream())
                .flatMap(row -> Stream.of(row.value1(), row.value2()))
                .filter(Objects::nonNull)
                .filter(day -> !day.isAfter(today))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN.withYear(1));
    }
}
