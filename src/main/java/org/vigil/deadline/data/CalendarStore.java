package org.vigil.deadline.data;

import static org.vigil.db.generated.Tables.BANK_HOLIDAY;
import static org.vigil.db.generated.Tables.CALENDAR_EDITION;

import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.deadline.rules.PublishedCalendar;
import org.vigil.shared.Texts;

/** Writes editions of the bank holidays, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CalendarStore {

    private final DSLContext sql;

    CalendarStore(DSLContext sql) {
        this.sql = sql;
    }

    public long insert(PublishedCalendar calendar, String sourceName, String sha256, Instant loadedAt, String by) {
        var id = sql.insertInto(CALENDAR_EDITION)
                .set(CALENDAR_EDITION.SOURCE_NAME, Texts.cut(sourceName, 160))
                .set(CALENDAR_EDITION.SHA256, sha256)
                .set(CALENDAR_EDITION.LOADED_AT, loadedAt)
                .set(CALENDAR_EDITION.LOADED_BY, by)
                .set(CALENDAR_EDITION.FIRST_YEAR, calendar.firstYear())
                .set(CALENDAR_EDITION.LAST_YEAR, calendar.lastYear())
                .returningResult(CALENDAR_EDITION.ID)
                .fetchSingle()
                .value1();
        var insert = sql.insertInto(
                BANK_HOLIDAY, BANK_HOLIDAY.EDITION_ID, BANK_HOLIDAY.DAY, BANK_HOLIDAY.TITLE, BANK_HOLIDAY.NOTES);
        for (var day : calendar.days()) {
            insert = insert.values(id, day.day(), day.title(), day.notes());
        }
        insert.execute();
        return id;
    }
}
