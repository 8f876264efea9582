package org.vigil.person.search.rules;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * One thing held of somebody, as a row of results needs it.
 *
 * @param rank what comes first among its like: what holds before what held once, legal names before others
 * @param id of the row that holds it, by which those of one rank are ordered
 * @param born a date of birth as one number, 19840312, with 0 for what is not known of it
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"part", "rank", "id", "one", "two", "three", "born"})
public record CardLine(
        Part part, int rank, long id, @Nullable String one, @Nullable String two, @Nullable String three, int born) {

    /** Of what a line speaks; its name stands in the statement and in what is kept. */
    public enum Part {
        NAME,
        IDENTIFIER,
        PHONE,
        EMAIL,
        ADDRESS,
        WARNING,
        FLAG,
        BIRTH
    }
}
