package org.vigil.person.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigil.person.NewExternalRecord;
import org.vigil.person.NewRelationship;
import org.vigil.person.PartState;
import org.vigil.person.PersonCore;
import org.vigil.person.PersonPart;
import org.vigil.shared.InvalidInputException;

/** What may be entered about people; each refusal says what to do. */
public final class PersonInput {

    private static final int LONGEST_REASON = 255;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PHONE = 40;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_POSTCODE = 40;
    private static final int LONGEST_IDENTIFIER = 60;
    private static final int LONGEST_LANGUAGE = 60;
    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int LONGEST_SYSTEM = 60;
    private static final int LONGEST_REFERENCE = 80;
    private static final int LONGEST_CONTENT = 10_000;
    /** Characters that a reason to break the glass has at least. */
    public static final int SHORTEST_GLASS = 20;

    private PersonInput() {}

    /** A text that must be there, at most so long. */
    public static String text(String field, @Nullable String typed, int longest) {
        if (typed == null || typed.isBlank()) {
            throw new InvalidInputException(field, "Fill this in.");
        }
        return optional(field, typed, longest);
    }

    /** A text that may be missing; never longer than so many characters. */
    public static String optional(String field, String typed, int longest) {
        var text = typed.strip();
        if (text.codePointCount(0, text.length()) > longest) {
            throw new InvalidInputException(field, "Use at most " + longest + " characters.");
        }
        return text;
    }

    public static String reason(@Nullable String typed) {
        return text("reason", typed, LONGEST_REASON);
    }

    public static String longReason(@Nullable String typed) {
        return text("reason", typed, LONGEST_TEXT);
    }

    /** What an officer edits of a person's own row, if it can be kept as it is. */
    public static PersonCore core(PersonCore core) {
        limit("language", core.language(), LONGEST_LANGUAGE);
        limit("safe contact", core.contact().method(), LONGEST_REASON);
        limit("safe times", core.contact().times(), LONGEST_REASON);
        limit("unsafe contact", core.contact().never(), LONGEST_REASON);
        limit("description", core.description(), LONGEST_DESCRIPTION);
        return core;
    }

    /** A relationship that can be: over when it ended, and not in days to come. */
    public static NewRelationship relationship(NewRelationship related, LocalDate today) {
        past("from", related.from(), today);
        past("to", related.to(), today);
        inOrder(related.from(), related.to());
        limit("note", related.note(), LONGEST_REASON);
        return related;
    }

    /** What another system holds, which it held by today. */
    public static NewExternalRecord external(NewExternalRecord external, LocalDate today) {
        text("system", external.system(), LONGEST_SYSTEM);
        limit("reference", external.reference(), LONGEST_REFERENCE);
        text("content", external.content(), LONGEST_CONTENT);
        past("dated", external.datedOn(), today);
        return external;
    }

    /** How something ended: it held once, or never did. */
    public static PartState ended(PartState state) {
        if (state == PartState.CURRENT) {
            throw new InvalidInputException("state", "Say whether it held once or never did.");
        }
        return state;
    }

    /** A day that is not to come, where one was given. */
    public static void past(String field, @Nullable LocalDate day, LocalDate today) {
        if (day != null && day.isAfter(today)) {
            throw new InvalidInputException(field, "Give a day that is not in the future.");
        }
    }

    /** A first and a last day, where both were given. */
    public static void inOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidInputException("to", "The last day can't be before the first.");
        }
    }

    /** Why glass is broken: enough of it that the owner can judge. */
    public static String glassReason(@Nullable String typed) {
        var reason = longReason(typed);
        if (reason.length() < SHORTEST_GLASS) {
            throw new InvalidInputException("reason", "Say in a sentence why you need to see the record now.");
        }
        return reason;
    }

    /** The part, if it can be kept as it is. */
    public static <P extends PersonPart> P part(P part, LocalDate today) {
        switch (part) {
            case PersonPart.Name name -> {
                limit("given name", name.given(), LONGEST_NAME);
                limit("family name", name.family(), LONGEST_NAME);
            }
            case PersonPart.Birth birth -> {
                if (!birth.date().isPossible()) {
                    throw new InvalidInputException("date of birth", "There is no such day.");
                }
                var year = birth.date().year();
                if (year != null && (year > today.getYear() || year < today.getYear() - 130)) {
                    throw new InvalidInputException("date of birth", "Give a year of the last 130 years.");
                }
            }
            case PersonPart.Identifier id -> limit("number", id.value(), LONGEST_IDENTIFIER);
            case PersonPart.Phone phone -> limit("telephone", phone.number(), LONGEST_PHONE);
            case PersonPart.Email email -> {
                limit("e-mail", email.address(), LONGEST_EMAIL);
                if (email.address().indexOf('@') < 1) {
                    throw new InvalidInputException("e-mail", "Give an address such as name@example.org.");
                }
            }
            case PersonPart.Address home -> {
                limit("address", home.line(), LONGEST_LINE);
                limit("postcode", home.postcode(), LONGEST_POSTCODE);
                inOrder(home.from(), home.to());
            }
        }
        if (!PersonKeys.saysSomething(part)) {
            throw new InvalidInputException("value", "This says nothing about anybody: give what is known.");
        }
        return part;
    }

    private static void limit(String field, @Nullable String typed, int longest) {
        if (typed != null && typed.codePointCount(0, typed.length()) > longest) {
            throw new InvalidInputException(field, "Use at most " + longest + " characters.");
        }
    }
}
