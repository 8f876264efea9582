package org.vigil.custody.ui;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.MomentField;

/** Fills a field with the time that it is now: most of what is typed in custody has just happened. */
final class Moments {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK);

    private Moments() {}

    static void fillWithNow(MomentField field, Clock clock) {
        var now = clock.instant();
        field.type(TYPED.format(UkTime.localDay(now)), UkTime.clock(now));
    }
}
