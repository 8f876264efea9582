package org.vigil.incident.rules;

import java.util.HashSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vigil.incident.GradePolicyChange;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.UkTime;

/** What a grade policy may be. Source: CONTRACT.md, words: grades as the force's policy names them. */
public final class GradePolicyRules {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_BASIS = 160;
    private static final int LONGEST_REASON = 255;
    private static final int MOST_GRADES = 12;
    private static final int MOST_MINUTES = 14 * 24 * 60;
    private static final Pattern GRADE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _./-]{0,23}");

    private GradePolicyRules() {}

    /** @throws InvalidInputException naming what can't be taken, and how it could be */
    public static void check(GradePolicyChange change, GradePolicy before) {
        text("name", change.name(), LONGEST_NAME, "Give the policy a name");
        text("basis", change.basis(), LONGEST_BASIS, "Name the policy document that this rests on");
        text("reason", change.reason(), LONGEST_REASON, "Say why, and on whose authority");
        if (!UkTime.startOf(change.from()).isAfter(before.validFrom())) {
            throw new InvalidInputException("from", "Choose a day after "
                    + UkTime.day(UkTime.localDay(before.validFrom())) + ", when the version on screen begins.");
        }
        if (change.grades().isEmpty() || change.grades().size() > MOST_GRADES) {
            throw new InvalidInputException("grades", "Give between 1 and " + MOST_GRADES + " grades.");
        }
        var names = new HashSet<String>();
        for (var grade : change.grades()) {
            grade(grade);
            if (!names.add(grade.name().toUpperCase(Locale.ROOT))) {
                throw new InvalidInputException("grades", grade.name() + " stands there twice.");
            }
        }
    }

    private static void grade(GradePolicy.Grade grade) {
        if (!GRADE.matcher(grade.name()).matches()) {
            throw new InvalidInputException("grades", "Grade " + grade.urgency()
                    + " needs the name that command and control sends: up to 24 letters, digits, spaces or _ . / -");
        }
        var urban = grade.urbanMinutes();
        var rural = grade.ruralMinutes();
        if ((urban == null) != (rural == null)) {
            throw new InvalidInputException(
                    "grades", grade.name() + " needs both times, urban and rural, or neither where it has no target.");
        }
        if (urban != null && rural != null && (isNoTarget(urban) || isNoTarget(rural))) {
            throw new InvalidInputException(
                    "grades", grade.name() + " needs between 1 and " + MOST_MINUTES + " minutes.");
        }
    }

    private static boolean isNoTarget(int minutes) {
        return minutes < 1 || minutes > MOST_MINUTES;
    }

    private static void text(String field, String given, int longest, String wanted) {
        if (given.isBlank() || given.strip().length() > longest) {
            throw new InvalidInputException(field, wanted + ", in at most " + longest + " characters.");
        }
    }
}
