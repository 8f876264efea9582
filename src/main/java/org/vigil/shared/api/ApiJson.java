package org.vigil.shared.api;

import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The API's own JSON: unknown and doubled fields are refused, nothing is coerced, times carry an offset. It is held
 * here and not published as a mapper, because the framework's own must stay lenient.
 */
@Component
public class ApiJson {

    private static final int MOST_BYTES = BodyLimitFilter.MOST_BYTES;

    private final JsonMapper strict;
    private final JsonMapper scanner;

    public ApiJson() {
        strict = JsonMapper.builder(factory(100, 1000))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfig(LogicalType.Textual, ApiJson::onlyText)
                .withCoercionConfig(LogicalType.Enum, ApiJson::onlyText)
                .addModule(new SimpleModule().addDeserializer(Instant.class, new ApiInstant()))
                .build();
        // Finds where the items of a batch begin and end; it must not stumble over what only one item's answer is about.
        scanner = JsonMapper.builder(factory(10_000, MOST_BYTES)).build();
    }

    /** The strict mapper, for what is read and what is answered. */
    public JsonMapper mapper() {
        return strict;
    }

    JsonMapper scanner() {
        return scanner;
    }

    /** Canonical JSON: the same record always gives the same bytes. */
    public byte[] bytes(Object value) {
        return strict.writeValueAsBytes(value);
    }

    private static JsonFactory factory(int depth, int numberLength) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(depth)
                        .maxStringLength(MOST_BYTES)
                        .maxNameLength(MOST_BYTES)
                        .maxNumberLength(numberLength)
                        .build())
                .build();
    }

    private static void onlyText(tools.jackson.databind.cfg.MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert);
    }
}
