package org.vigil.incident.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.Call;
import org.vigil.incident.KnownCrime;

/** What differs between two states of a call, field by field, for the audit log. */
public final class CallDifferences {

    private static final Map<String, Function<Call, @Nullable Object>> FIELDS = fields();

    private CallDifferences() {}

    /** One differing field, as text. */
    public record Difference(String field, @Nullable String before, @Nullable String after) {}

    public static java.util.List<Difference> of(Call before, Call after) {
        return FIELDS.entrySet().stream()
                .map(field -> new Difference(
                        field.getKey(), text(field.getValue().apply(before)), text(field.getValue().apply(after))))
                .filter(difference -> !Objects.equals(difference.before(), difference.after()))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null || value instanceof java.util.Collection<?> list && list.isEmpty()) {
            return null;
        }
        return value instanceof java.util.Collection<?> list
                ? String.join("; ", list.stream().map(Object::toString).toList())
                : value.toString();
    }

    private static Map<String, Function<Call, @Nullable Object>> fields() {
        var fields = new LinkedHashMap<String, Function<Call, @Nullable Object>>();
        fields.put("receivedAt", call -> call.times().receivedAt());
        fields.put("createdAt", call -> call.times().createdAt());
        fields.put("gradedAt", call -> call.times().gradedAt());
        fields.put("dispatchedAt", call -> call.times().dispatchedAt());
        fields.put("arrivedAt", call -> call.times().arrivedAt());
        fields.put("closedAt", call -> call.times().closedAt());
        fields.put("grade", call -> call.grading().grade());
        fields.put("firstGrade", call -> call.grading().firstGrade());
        fields.put("domesticAbuse", call -> call.grading().domesticAbuse());
        fields.put("gradeHistory", call -> call.grading().steps());
        fields.put("openingCode", call -> call.details().openingCode());
        fields.put("closingCode", call -> call.details().closingCode());
        fields.put("disposal", call -> call.details().disposal());
        fields.put("description", call -> call.details().description());
        fields.put("address", call -> call.place().line());
        fields.put("postcode", call -> call.place().postcode());
        fields.put("locality", call -> call.place().locality());
        fields.put("area", call -> call.place().areaId());
        fields.put("callerType", call -> call.details().callerType());
        fields.put("callTakerTeam", call -> call.details().callTakerTeam());
        fields.put("childrenPresent", call -> call.details().childrenPresent());
        fields.put("riskAssessment", call -> call.details().risk());
        fields.put("parties", Call::parties);
        fields.put("units", Call::units);
        fields.put("arrests", Call::arrests);
        fields.put("crimes", call -> call.crimes().stream().map(KnownCrime::said).toList());
        return fields;
    }
}
