package org.vigil.person.rules;

/**
 * How common values are among the people held: that two share a rare one says more. Each answers a share between 0 and
 * 1, and something sensible for a value that nobody has yet.
 */
public interface Frequencies {

    double given(String key);

    double family(String key);

    double postcode(String key);

    double line(String key);

    double phone(String digits);

    double email(String key);

    /** How many people are held: the more there are, the more of them agree by chance. */
    long people();
}
