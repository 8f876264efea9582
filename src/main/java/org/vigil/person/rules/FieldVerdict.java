package org.vigil.person.rules;

/**
 * What one field says.
 *
 * @param bits the weight of the evidence: positive for one person, negative against
 */
public record FieldVerdict(Field field, Agreement agreement, double bits) {

    /** How far the two records agree in the field. */
    public enum Agreement {
        SAME,
        CLOSE,
        DIFFERENT,
        MISSING
    }

    static FieldVerdict missing(Field field) {
        return new FieldVerdict(field, Agreement.MISSING, 0);
    }

    static FieldVerdict same(Field field, double bits) {
        return new FieldVerdict(field, Agreement.SAME, bits);
    }

    static FieldVerdict close(Field field, double bits) {
        return new FieldVerdict(field, Agreement.CLOSE, bits);
    }

    static FieldVerdict different(Field field, double bits) {
        return new FieldVerdict(field, Agreement.DIFFERENT, bits);
    }

    boolean is(Agreement wanted) {
        return agreement == wanted;
    }
}
