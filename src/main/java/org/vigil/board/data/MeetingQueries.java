package org.vigil.board.data;

import static org.vigil.db.generated.Tables.MEETING_SCHEDULE;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.vigil.board.rules.MeetingSchedule;
import org.vigil.board.rules.MeetingSeries;

/** Reads when meetings are held. */
@Repository
public class MeetingQueries {

    private final DSLContext sql;

    MeetingQueries(DSLContext sql) {
        this.sql = sql;
    }

    public MeetingSchedule schedule() {
        var series = sql.select(
                        MEETING_SCHEDULE.AREA_ID,
                        MEETING_SCHEDULE.LOCAL_TIME,
                        MEETING_SCHEDULE.WEEKDAYS,
                        MEETING_SCHEDULE.VALID_FROM,
                        MEETING_SCHEDULE.VALID_TO)
                .from(MEETING_SCHEDULE)
                .orderBy(MEETING_SCHEDULE.ID)
                .fetch(Records.mapping(MeetingQueries::series));
        return new MeetingSchedule(series);
    }

    private static MeetingSeries series(
            @Nullable Long area, LocalTime at, String days, Instant from, @Nullable Instant to) {
        return new MeetingSeries(area, at, days(days), from, to);
    }

    /** "MON,TUE" */
    private static Set<DayOfWeek> days(String codes) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> codes.contains(day.name().substring(0, 3)))
                .collect(Collectors.toSet());
    }
}
