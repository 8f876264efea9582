package org.vigil.incident;

import java.time.LocalDate;
import java.util.List;
import org.vigil.incident.rules.GradePolicy.Grade;

/**
 * The grade policy that takes the place of another.
 *
 * @param supersedesId the version that was on screen and is to be ended
 * @param grades the most urgent first
 * @param from the day, Europe/London, from whose first minute calls that are received fall under it
 * @param reason why, and on whose authority
 */
public record GradePolicyChange(
        long supersedesId, String name, String basis, List<Grade> grades, LocalDate from, String reason) {

    public GradePolicyChange {
        grades = List.copyOf(grades);
    }
}
