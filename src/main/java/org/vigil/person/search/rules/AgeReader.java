package org.vigil.person.search.rules;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds an age as people say it: exact, about, between two, or in which part of which ten years. */
final class AgeReader {

    static final int OLDEST = 120;

    /** Whoever says "about 35" is five years off as often as not. */
    private static final int ABOUT_YEARS = 5;

    private static final int WIDEST = 30;
    private static final int YOUNGEST_ALONE = 5;

    private static final String ABOUT = "(?:about|approx(?:imately|\\.)?|around|circa|ca\\.|c\\.|roughly|~)\\s*";
    private static final String UNIT = "[\\s-]*(?:years?|yrs?)(?:[\\s-]*old)?|[\\s-]*y/?o|y";
    private static final List<String> TENS = List.of(
            "teens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties");

    private static final Pattern BETWEEN = Unread.whole("(?:(?:aged?:?|between)\\s*)*(\\d{1,3})\\s*(?:-|–|to|and)\\s*"
            + "(\\d{1,3})(?:" + UNIT + ")?(?![\\s]?[-–])");
    private static final Pattern SAID = Unread.whole(
            "(" + ABOUT + ")?(aged?:?\\s*)?(" + ABOUT + ")?(\\d{1,3})(" + UNIT + ")?");
    private static final Pattern DECADE = Unread.whole("(?:in\\s+)?(?:(?:his|her|their)\\s+)?(early|mid|late)?[\\s-]*"
            + "(?:([1-9])0['’]?s|(" + String.join("|", TENS) + "))");
    private static final Pattern ALONE = Unread.whole("(\\d{1,2})");

    private final BirthReader birth;

    /** @param birth keeps what is found */
    AgeReader(BirthReader birth) {
        this.birth = birth;
    }

    /** Takes what is said to be an age. */
    void takeSaid(Unread unread) {
        unread.take(BETWEEN, this::between);
        unread.take(SAID, this::said);
        unread.take(DECADE, this::decade);
    }

    /** Takes a number that stands alone, once house numbers are gone. */
    void takeAlone(Unread unread) {
        unread.take(ALONE, at -> number(at, 1) >= YOUNGEST_ALONE && birth.age(at, number(at, 1), number(at, 1)));
    }

    private boolean between(MatchResult at) {
        var youngest = number(at, 1);
        var oldest = number(at, 2);
        return youngest < oldest && oldest <= OLDEST && oldest - youngest <= WIDEST && birth.age(at, youngest, oldest);
    }

    private boolean said(MatchResult at) {
        var about = at.group(1) != null || at.group(3) != null;
        var age = number(at, 4);
        if (age > OLDEST || !about && at.group(2) == null && at.group(5) == null) {
            return false;
        }
        return birth.age(at, Math.max(0, about ? age - ABOUT_YEARS : age), about ? age + ABOUT_YEARS : age);
    }

    private boolean decade(MatchResult at) {
        var first = at.group(2) != null ? number(at, 2) * 10 : (TENS.indexOf(Unread.lower(at.group(3))) + 1) * 10;
        var part = at.group(1) == null ? "" : Unread.lower(at.group(1));
        var youngest = first + ("mid".equals(part) ? 3 : "late".equals(part) ? 6 : 0);
        var oldest = first + ("early".equals(part) ? 4 : "mid".equals(part) ? 7 : 9);
        return birth.age(at, youngest, oldest);
    }

    private static int number(MatchResult at, int group) {
        return Integer.parseInt(at.group(group));
    }
}
