package org.vigil.shared.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectReader;

/**
 * The body of a batch call: a JSON array whose items are bound one by one, so that one that is wrong costs nothing but
 * itself. Declare it as a parameter of a controller method.
 */
public final class BatchBody {

    private static final int LONGEST_ECHO = 200;

    private final byte[] bytes;
    private final ApiJson json;

    BatchBody(byte[] bytes, ApiJson json) {
        this.bytes = bytes;
        this.json = json;
    }

    /**
     * Binds each item of the array alone.
     *
     * @param most how many items a call may hold
     * @throws RuntimeException of the API (answered 400) where the body is no array, is not JSON, or holds too many
     */
    public <T> List<BatchItem<T>> items(Class<T> type, int most) {
        var slices = slices(most);
        var reader = json.mapper().readerFor(type);
        return slices.stream().map(slice -> this.<T>bind(reader, slice)).toList();
    }

    private <T> BatchItem<T> bind(ObjectReader reader, Slice slice) {
        if (!slice.isObject()) {
            var reason = new ItemReason("", "is not right: expected an object");
            return new BatchItem<>(slice.index(), null, null, List.of(reason));
        }
        try {
            T value = reader.readValue(bytes, slice.from(), slice.to() - slice.from());
            return new BatchItem<>(slice.index(), slice.reference(), value, List.of());
        } catch (JacksonException problem) {
            return new BatchItem<>(slice.index(), slice.reference(), null, List.of(BindingReasons.of(problem)));
        }
    }

    private List<Slice> slices(int most) {
        try (var parser = json.scanner().createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new MalformedBodyException("The body must be a JSON array of items: [ {…}, {…} ].");
            }
            var slices = new ArrayList<Slice>();
            for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == null) {
                    throw new MalformedBodyException("The body ends before its array does: it was cut short.");
                }
                slices.add(slice(parser, slices.size()));
            }
            if (parser.nextToken() != null) {
                throw new MalformedBodyException("Something follows the end of the array; send one array in a call.");
            }
            if (slices.size() > most) {
                throw new MalformedBodyException("The call holds %,d items; send at most %,d in a call."
                        .formatted(slices.size(), most));
            }
            return slices;
        } catch (JacksonException problem) {
            throw new MalformedBodyException("The body " + BindingReasons.malformed(problem) + ". Nothing was taken in.");
        }
    }

    private static Slice slice(JsonParser parser, int index) {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            parser.skipChildren();
            return new Slice(index, false, 0, 0, null);
        }
        var from = parser.currentTokenLocation().getByteOffset();
        String reference = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var isReference = "reference".equals(parser.currentName());
            if (parser.nextToken() == JsonToken.VALUE_STRING && isReference) {
                reference = shortened(parser.getString());
            }
            parser.skipChildren();
        }
        var to = parser.currentLocation().getByteOffset();
        if (from < 0 || to < 0) {
            throw new MalformedBodyException("The body must be UTF-8.");
        }
        return new Slice(index, true, (int) from, (int) to, reference);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }

    private record Slice(int index, boolean isObject, int from, int to, @Nullable String reference) {}
}
