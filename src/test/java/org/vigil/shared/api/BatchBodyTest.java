package org.vigil.shared.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchBodyTest {

    enum Colour {
        RED,
        BLUE
    }

    record Part(@Nullable Colour colour, @Nullable Integer size) {}

    record Thing(@Nullable String reference, @Nullable Instant at, @Nullable Boolean on, @Nullable List<Part> parts) {}

    @Test
    void each_item_is_bound_alone_and_a_bad_one_costs_only_itself() {
        var items = read("""
                [{"reference":"A","at":"2026-03-03T14:10:00+01:00"}, {"reference":"B","at":"yesterday"}, 7,
                 null, [], {"reference":"C"}]""");

        assertThat(items).extracting(BatchItem::index).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(items.get(0).value()).isEqualTo(new Thing("A", Instant.parse("2026-03-03T13:10:00Z"), null, null));
        assertThat(items.get(1).value()).isNull();
        assertThat(items.get(1).reference()).isEqualTo("B");
        assertThat(items.get(1).reasons())
                .containsExactly(new ItemReason(
                        "at", "is not right: expected a time with an offset, such as 2026-03-03T14:10:00Z"));
        assertThat(items.subList(2, 5))
                .allSatisfy(item -> assertThat(item.reasons().getFirst().problem()).contains("expected an object"));
        assertThat(items.get(5).value()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'reference':7}                      | reference       | expected text",
        "{'reference':['A']}                  | reference       | expected text",
        "{'reference':'A','at':'2026-03-03T14:10:00'} | at      | a time with an offset",
        "{'reference':'A','at':1772546400}    | at              | a time with an offset",
        "{'reference':'A','on':'true'}        | on              | true or false",
        "{'reference':'A','on':1}             | on              | true or false",
        "{'reference':'A','parts':{}}         | parts           | a list",
        "{'reference':'A','parts':[{},{'colour':'green'}]} | parts[1].colour | one of RED, BLUE",
        "{'reference':'A','parts':[{'colour':0}]} | parts[0].colour | one of RED, BLUE",
        "{'reference':'A','parts':[{'size':1.5}]} | parts[0].size | a whole number",
        "{'reference':'A','parts':[{'size':'1'}]} | parts[0].size | a whole number",
        "{'reference':'A','hue':'x'}          | hue             | not a field of this message",
        "{'reference':'A','reference':'B'}    | ''              | Duplicate",
    })
    void what_is_wrong_is_named_by_field(String json, String field, String problem) {
        var item = read("[" + json.replace('\'', '"') + "]").getFirst();

        assertThat(item.value()).isNull();
        assertThat(item.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.field()).isEqualTo("''".equals(field) ? "" : field);
            assertThat(reason.problem()).contains(problem);
        });
    }

    @Test
    void text_beyond_ascii_and_nested_items_keep_their_boundaries() {
        var items = read("\uFEFF[ {\"reference\":\"Łódź — 😀\"} ,\n{\"parts\":[{\"size\":3},{}],\"reference\":\"é\"}]");

        assertThat(items).extracting(BatchItem::reference).containsExactly("Łódź — 😀", "é");
        assertThat(items).allSatisfy(item -> assertThat(item.value()).isNotNull());
    }

    @Test
    void an_item_nested_without_end_is_refused_alone() {
        var deep = "[".repeat(5000) + "]".repeat(5000);

        var items = read("[{\"reference\":\"A\"},{\"reference\":\"B\",\"parts\":" + deep + "}]");

        assertThat(items.get(0).value()).isNotNull();
        assertThat(items.get(1).value()).isNull();
        assertThat(items.get(1).reference()).isEqualTo("B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "  ", "\"text\"", "[{\"reference\":\"A\"}", "[{\"reference\":\"A\"}] []", "[{]", "[{'a':1}]",
        "[{\"reference\":\"A\",}]"})
    void a_body_that_is_no_whole_array_is_refused_whole(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedBodyException.class);
    }

    @Test
    void malformed_json_says_where() {
        assertThatThrownBy(() -> read("[{\"reference\":\"A\"},\n{\"reference\" \"B\"}]"))
                .hasMessageContaining("line 2, column")
                .hasMessageContaining("Nothing was taken in");
    }

    @Test
    void more_items_than_a_call_may_hold_are_refused_whole() {
        var body = new BatchBody("[{},{},{}]".getBytes(StandardCharsets.UTF_8), new ApiJson());

        assertThat(body.items(Thing.class, 3)).hasSize(3);
        assertThatThrownBy(() -> body.items(Thing.class, 2)).hasMessageContaining("holds 3 items; send at most 2");
    }

    private static List<BatchItem<Thing>> read(String json) {
        return new BatchBody(json.getBytes(StandardCharsets.UTF_8), new ApiJson()).items(Thing.class, 1000);
    }
}
