package org.vigil.deadline.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * The bank holidays of England and Wales as one published file gives them, in order.
 *
 * @param firstYear the first year that it covers
 * @param lastYear the last year that it covers
 */
public record PublishedCalendar(List<Day> days, int firstYear, int lastYear) {

    /** One bank holiday with the publisher's note, such as "Substitute day". */
    public record Day(LocalDate day, String title, String notes) {}

    public PublishedCalendar {
        days = List.copyOf(days);
    }
}
