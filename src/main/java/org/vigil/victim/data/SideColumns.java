package org.vigil.victim.data;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.db.generated.tables.records.VictimSideRecord;
import org.vigil.victim.ContactMeans;
import org.vigil.victim.SafeWindow;
import org.vigil.victim.VictimSide;

/** How a victim's side lies in its row: days and means with commas between, times as minutes of the local day. */
final class SideColumns {

    private static final int SECONDS = 60;

    private SideColumns() {}

    static VictimSide side(VictimSideRecord row) {
        return new VictimSide(
                row.getCaseId(),
                row.getPlace(),
                row.getVersion(),
                row.getEnhanced(),
                row.getEnhancedWhy(),
                window(row),
                row.getWindowSetAt(),
                row.getWindowSetBy(),
                row.getNextContactAt() == null
                        ? null
                        : new VictimSide.Planned(
                                row.getNextContactAt(),
                                ContactMeans.valueOf(row.getNextContactMeans()),
                                row.getNextContactWhy()));
    }

    static void fill(VictimSideRecord row, VictimSide side) {
        var window = side.window();
        var next = side.next();
        row.setCaseId(side.caseId());
        row.setPlace((short) side.place());
        row.setEnhanced(side.enhanced());
        row.setEnhancedWhy(side.enhancedWhy());
        row.setSafeDays(window == null ? null : names(window.days()));
        row.setSafeFrom(window == null ? null : minutes(window.from()));
        row.setSafeTo(window == null ? null : minutes(window.to()));
        row.setSafeMeans(window == null ? null : names(window.means()));
        row.setNeverWords(window == null ? null : window.never());
        row.setWindowSetAt(side.windowSetAt());
        row.setWindowSetBy(side.windowSetBy());
        row.setNextContactAt(next == null ? null : next.at());
        row.setNextContactMeans(next == null ? null : next.means().name());
        row.setNextContactWhy(next == null ? null : next.why());
    }

    private static @Nullable SafeWindow window(VictimSideRecord row) {
        return row.getSafeDays() == null
                ? null
                : new SafeWindow(
                        Stream.of(row.getSafeDays().split(",")).map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                        LocalTime.ofSecondOfDay((long) row.getSafeFrom() * SECONDS),
                        LocalTime.ofSecondOfDay((long) row.getSafeTo() * SECONDS),
                        means(row.getSafeMeans()),
                        row.getNeverWords());
    }

    private static Set<ContactMeans> means(String names) {
        return Stream.of(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(ContactMeans::valueOf)
                .collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> String names(Collection<E> values) {
        return values.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    private static short minutes(LocalTime time) {
        return (short) (time.toSecondOfDay() / SECONDS);
    }
}
