package org.vigil.deadline.api;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.vigil.deadline.CalendarService;
import org.vigil.shared.api.ApiController;

/** Takes the bank-holiday list that gov.uk publishes. */
@ApiController
class CalendarController {

    private final CalendarService calendars;

    CalendarController(CalendarService calendars) {
        this.calendars = calendars;
    }

    /**
     * What became of the file.
     *
     * @param status "created" for a new calendar, "unchanged" where it says what is held already
     * @param clocksChanged running clocks whose due time the calendar changed
     */
    record Taken(String status, int firstYear, int lastYear, int days, int clocksChanged) {}

    @PostMapping(path = "/imports/bank-holidays", consumes = MediaType.APPLICATION_JSON_VALUE)
    Taken bankHolidays(@RequestBody byte[] file) {
        var upload = calendars.upload(file, "Sent over the API");
        return new Taken(
                upload.taken() ? "created" : "unchanged",
                upload.firstYear(),
                upload.lastYear(),
                upload.days(),
                upload.clocksChanged());
    }
}
