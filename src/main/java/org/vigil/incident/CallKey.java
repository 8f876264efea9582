package org.vigil.incident;

/** What names a call: its reference within its source. */
public record CallKey(String source, String reference) {

    public static CallKey of(Call call) {
        return new CallKey(call.source(), call.reference());
    }
}
