package org.vigil.deadline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigil.deadline.rules.ClockQuestion;
import org.vigil.deadline.rules.RuleFact;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.DayField;
import org.vigil.shared.ui.MomentField;

/** The facts that the chosen rule looks at, each in the field that suits it. */
final class FactFields extends Div {

    private final Clock clock;
    private final Runnable changed;
    private final Map<RuleFact, Component> fields = new EnumMap<>(RuleFact.class);

    FactFields(Clock clock, Runnable changed) {
        this.clock = clock;
        this.changed = changed;
        addClassName("clock-facts");
    }

    void show(List<RuleFact> facts) {
        if (List.copyOf(fields.keySet()).equals(facts)) {
            return;
        }
        removeAll();
        fields.clear();
        for (var fact : facts) {
            var field = field(fact);
            fields.put(fact, field);
            add(field);
        }
    }

    private Component field(RuleFact fact) {
        return switch (fact.type()) {
            case MOMENT -> listened(new MomentField(fact.label(), clock));
            case DAY -> listened(new DayField(fact.label(), clock));
            case NUMBER -> listened(number(fact));
            case YES -> listened(new Checkbox(fact.label()));
        };
    }

    private static IntegerField number(RuleFact fact) {
        var field = new IntegerField(fact.label());
        field.setMin(1);
        field.setManualValidation(true);
        return field;
    }

    private <C extends Component & HasValue<?, ?>> C listened(C field) {
        field.addValueChangeListener(change -> changed.run());
        return field;
    }

    /** Whether something was typed that can't be read yet; its field says what is wrong. */
    boolean isUnfinished() {
        return fields.values().stream()
                .anyMatch(field -> switch (field) {
                    case MomentField moment -> !moment.isBlank() && moment.read().isEmpty();
                    case DayField day -> !day.getValue().isBlank() && day.read().isEmpty();
                    default -> false;
                });
    }

    ClockQuestion question(Instant start) {
        Map<RuleFact, Instant> times = new EnumMap<>(RuleFact.class);
        Map<RuleFact, Integer> numbers = new EnumMap<>(RuleFact.class);
        Set<RuleFact> yes = EnumSet.noneOf(RuleFact.class);
        fields.forEach((fact, field) -> {
            switch (field) {
                case MomentField moment -> moment.read().ifPresent(at -> times.put(fact, at));
                case DayField day -> day.read()
                        .ifPresent(on -> times.put(
                                fact, on.atTime(12, 0).atZone(UkTime.LONDON).toInstant()));
                case IntegerField number -> {
                    if (number.getValue() != null) {
                        numbers.put(fact, number.getValue());
                    }
                }
                case Checkbox box -> {
                    if (box.getValue()) {
                        yes.add(fact);
                    }
                }
                default -> throw new IllegalStateException("no such field: " + field.getClass());
            }
        });
        return new ClockQuestion(start, times, numbers, yes);
    }
}
