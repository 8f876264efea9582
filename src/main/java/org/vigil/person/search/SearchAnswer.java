package org.vigil.person.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param query as it was typed, without what went beyond the longest
 * @param hits the likeliest first
 * @param more whether further people were found and cut off
 * @param restricted null where nothing restricted was found
 * @param notes what of the query was left out, and why
 * @param understood what the query was taken for, part by part: "name “bob smith”", "born 1984"
 * @param records other records than people that are called so, such as a call
 */
public record SearchAnswer(
        String query,
        List<SearchHit> hits,
        boolean more,
        @Nullable RestrictedNotice restricted,
        List<String> notes,
        List<String> understood,
        List<FoundRecord> records) {

    public SearchAnswer {
        hits = List.copyOf(hits);
        notes = List.copyOf(notes);
        understood = List.copyOf(understood);
        records = List.copyOf(records);
    }
}
