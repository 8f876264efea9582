package org.vigil.shared.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Takes ISO-8601 with an offset and nothing else: a time without one would be a guess about summer time. */
final class ApiInstant extends StdScalarDeserializer<Instant> {

    static final String PROBLEM = "is not a time with an offset; write 2026-03-03T14:10:00Z or …T14:10:00+01:00";

    ApiInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(getValueType(context), parser);
        }
        var text = parser.getString();
        try {
            // The database keeps microseconds: a finer time would never equal what is held.
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException wrong) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, PROBLEM);
        }
    }
}
