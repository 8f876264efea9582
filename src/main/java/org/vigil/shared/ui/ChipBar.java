package org.vigil.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The filters of a list. What is on shows as a chip that can be removed; choices stand in the page's address, so that a
 * filtered list can be bookmarked and sent, and come back when one returns to the screen. Free text comes back too but
 * never enters the address: it may be a name. `f` puts the cursor into the first field.
 *
 * <p>Use: {@code new ChipBar("alerts").choice("state", "State", choices).onChange(v -> reload())}, and
 * {@code chips.read(event.getLocation().getQueryParameters())} in {@code beforeEnter}.
 */
@Tag("vigil-chips")
public final class ChipBar extends Component implements HasStyle {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_TEXT = 120;

    /** One value that a filter can have. */
    public record Choice(String value, String label) {}

    /**
     * @param none what shows where nothing is chosen, in words; null says "Any"
     * @param choices empty for text
     * @param whole whether text counts only once it is complete, and stands in the address
     */
    record Filter(String name, String label, @Nullable String none, List<Choice> choices, boolean whole) {

        boolean inAddress() {
            return whole || !choices.isEmpty();
        }
    }

    private final String key;
    private final List<Filter> filters = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private Consumer<Map<String, String>> listener = now -> {};

    /** @param key names the list among those of the console ("alerts"), for remembering its filters */
    public ChipBar(String key) {
        this.key = key;
        getElement()
                .addEventListener("filter-change", event -> {
                    var detail = event.getEventData();
                    set(
                            detail.path("event.detail.name").asString(""),
                            detail.path("event.detail.value").asString(""));
                })
                .addEventData("event.detail.name")
                .addEventData("event.detail.value");
    }

    /** Adds a free-text filter, such as "Find in this list". */
    public ChipBar text(String name, String label) {
        return with(new Filter(name, label, null, List.of(), false));
    }

    /**
     * Adds a text that is taken as a whole, once Enter is struck or the field is left, and stands in the address: a
     * reference or a time, never a person's name.
     */
    public ChipBar typed(String name, String label) {
        return with(new Filter(name, label, null, List.of(), true));
    }

    /** Adds a filter by one of some values; none where there is nothing to choose, and a toggle where there is one. */
    public ChipBar choice(String name, String label, List<Choice> choices) {
        return switch (choices.size()) {
            case 0 -> this;
            case 1 -> with(new Filter(name, label + ": " + choices.getFirst().label(), null, List.copyOf(choices), false));
            default -> with(new Filter(name, label, null, List.copyOf(choices), false));
        };
    }

    /**
     * Adds a choice between views of a list, one of which shows where nothing is chosen.
     *
     * @param none that one, in words
     * @param others all but that one
     */
    public ChipBar view(String name, String label, String none, List<Choice> others) {
        return with(new Filter(name, label, none, List.copyOf(others), false));
    }

    /** Adds a filter that is on or off; on, its value is "yes". */
    public ChipBar toggle(String name, String label) {
        return with(new Filter(name, label, null, List.of(new Choice("yes", label)), false));
    }

    public ChipBar onChange(Consumer<Map<String, String>> changed) {
        listener = changed;
        return this;
    }

    /** Takes the filters from the page's address or, where that names none, as they last were. */
    public void read(QueryParameters query) {
        values.clear();
        for (var filter : filters) {
            query.getSingleParameter(filter.name()).ifPresent(value -> put(filter, value));
        }
        var named = !values.isEmpty();
        remembered().forEach((name, value) -> find(name)
                .filter(filter -> !named || !filter.inAddress())
                .ifPresent(filter -> put(filter, value)));
        show();
    }

    /** What is on: filter name → value. */
    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean isOn(String name) {
        return values.containsKey(name);
    }

    /** Sets or, with an empty value, removes a filter, as if the user had. An unknown name or value is ignored. */
    public void set(String name, @Nullable String value) {
        var before = Map.copyOf(values);
        find(name).ifPresent(filter -> {
            values.remove(name);
            if (value != null && !value.isBlank()) {
                put(filter, value);
            }
        });
        if (!before.equals(values)) {
            changed();
        }
    }

    /** Takes every filter off. */
    public void clear() {
        if (!values.isEmpty()) {
            values.clear();
            changed();
        }
    }

    private void changed() {
        show();
        var session = VaadinSession.getCurrent();
        if (session != null) {
            session.setAttribute("filters." + key, Map.copyOf(values));
        }
        getUI().ifPresent(this::writeAddress);
        listener.accept(values());
    }

    private void writeAddress(UI ui) {
        var shown = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> find(name)
                .filter(Filter::inAddress)
                .ifPresent(filter -> shown.put(name, value)));
        var path = ui.getInternals().getActiveViewLocation().getPath();
        ui.getPage().getHistory().replaceState(null, new Location(path, QueryParameters.simple(shown)));
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> remembered() {
        var session = VaadinSession.getCurrent();
        var last = session == null ? null : session.getAttribute("filters." + key);
        return last == null ? Map.of() : (Map<String, String>) last;
    }

    private void put(Filter filter, String value) {
        if (filter.choices().isEmpty()) {
            values.put(filter.name(), value.strip().substring(0, Math.min(value.strip().length(), LONGEST_TEXT)));
        } else if (filter.choices().stream().anyMatch(choice -> choice.value().equals(value))) {
            values.put(filter.name(), value);
        }
    }

    private Optional<Filter> find(String name) {
        return filters.stream().filter(filter -> filter.name().equals(name)).findFirst();
    }

    private ChipBar with(Filter filter) {
        filters.add(filter);
        getElement().setProperty("filtersJson", JSON.writeValueAsString(filters));
        return this;
    }

    private void show() {
        getElement().setProperty("valuesJson", JSON.writeValueAsString(values));
    }
}
