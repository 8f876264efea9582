package org.vigil.incident.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.Call;
import org.vigil.incident.CallFacts;

/**
 * Which changes of a call wake a snoozed alert about it: those that the alert, or the decision that it can wait, rests on.
 * A longer description, a party's telephone number or another unit wakes nobody.
 */
public final class WakingChanges {

    private record Both(CallFacts facts, Call call) {}

    private static final Map<String, Function<Both, @Nullable Object>> WHAT = what();

    private WakingChanges() {}

    /** What changed, in an officer's words; empty where nothing did that matters. */
    public static List<String> of(Call before, Call after) {
        var was = new Both(CallFacts.of(before), before);
        var is = new Both(CallFacts.of(after), after);
        return WHAT.entrySet().stream()
                .filter(each -> !Objects.equals(each.getValue().apply(was), each.getValue().apply(is)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Function<Both, @Nullable Object>> what() {
        var what = new LinkedHashMap<String, Function<Both, @Nullable Object>>();
        what.put("grade", both -> both.facts().grade());
        what.put("domestic abuse flag", both -> both.facts().domesticAbuse());
        what.put("time received", both -> both.facts().receivedAt());
        what.put("dispatch", both -> both.facts().dispatchedAt());
        what.put("arrival", both -> both.facts().arrivedAt());
        what.put("how it was dealt with", both -> both.facts().disposal());
        what.put("closure", both -> both.facts().closedAt());
        what.put("crime", both -> both.facts().crimes());
        what.put("crime entered by hand", both -> both.facts().crimeByHand());
        what.put("arrests", both -> both.call().arrests());
        what.put("children present", both -> both.call().details().childrenPresent());
        what.put("risk", both -> both.call().details().risk());
        return what;
    }
}
