package org.vigil.deadline.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import org.vigil.deadline.rules.Rung;

/** A stage's instant as people think of it: per cent of the time, days or minutes before or after due. */
final class StageField {

    private static final int MINUTES_OF_A_DAY = 1440;

    private StageField() {}

    static IntegerField of(Rung rung) {
        var field = new IntegerField(rung.name().label() + ": " + unit(rung));
        field.setWidthFull();
        field.setManualValidation(true);
        field.setValue(shown(rung));
        return field;
    }

    private static String unit(Rung rung) {
        if (rung.percent() != null) {
            return "per cent of the time";
        }
        if (rung.daysFromStart() != null) {
            return "days after the start";
        }
        return (inDays(rung) ? "days" : "minutes") + (minutes(rung) < 0 ? " before due" : " after due");
    }

    private static int shown(Rung rung) {
        if (rung.percent() != null) {
            return rung.percent();
        }
        if (rung.daysFromStart() != null) {
            return rung.daysFromStart();
        }
        return Math.abs(minutes(rung)) / (inDays(rung) ? MINUTES_OF_A_DAY : 1);
    }

    /** What the stage's own number is when the field shows this one. */
    static int value(Rung rung, int shown) {
        if (rung.percent() != null || rung.daysFromStart() != null) {
            return shown;
        }
        var minutes = (long) shown * (inDays(rung) ? MINUTES_OF_A_DAY : 1) * (minutes(rung) < 0 ? -1 : 1);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, minutes));
    }

    private static boolean inDays(Rung rung) {
        return minutes(rung) != 0 && minutes(rung) % MINUTES_OF_A_DAY == 0;
    }

    private static int minutes(Rung rung) {
        return rung.minutesFromDue() == null ? 0 : rung.minutesFromDue();
    }
}
