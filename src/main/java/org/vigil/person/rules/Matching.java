package org.vigil.person.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigil.person.IdentifierScheme;

/** Whether two records are one person, and why. */
public final class Matching {

    /** Bits over even odds from which a match is certain, and from which somebody should look. */
    private static final double CERTAIN = 5.5;

    private static final double LIKELY = 0;

    private static final Set<IdentifierScheme> FOR_LIFE = Set.of(IdentifierScheme.PNC, IdentifierScheme.CRO);

    private final Frequencies shares;
    private final LocalDate today;
    private final NameComparison names;
    private final ContactComparison contacts;

    /** @param today to tell a child, who may have a twin at home, from somebody grown up */
    public Matching(Frequencies shares, LocalDate today) {
        this.shares = shares;
        this.today = today;
        names = new NameComparison(shares);
        contacts = new ContactComparison(shares);
    }

    /** What is to be done about two records. */
    public enum Verdict {
        /** One person: they are joined. */
        CERTAIN,
        /** Perhaps: an officer decides. */
        LIKELY,
        /** Two people. */
        DIFFERENT
    }

    /**
     * The outcome for two records.
     *
     * @param score bits over even odds, the number of people held taken off
     */
    public record Outcome(Verdict verdict, double score, List<FieldVerdict> fields) {

        public Outcome {
            fields = List.copyOf(fields);
        }

        /** Whether both have the field, and not the same in it nor nearly. */
        public boolean differsIn(Field field) {
            return is(field, FieldVerdict.Agreement.DIFFERENT);
        }

        /** Whether both have the same in the field, to the letter. */
        public boolean isSameIn(Field field) {
            return is(field, FieldVerdict.Agreement.SAME);
        }

        /** Whether one of the two lacks the field. */
        public boolean lacks(Field field) {
            return is(field, FieldVerdict.Agreement.MISSING);
        }

        private boolean is(Field wanted, FieldVerdict.Agreement agreement) {
            return fields.stream().anyMatch(each -> each.field() == wanted && each.is(agreement));
        }
    }

    public Outcome compare(Evidence one, Evidence other) {
        var name = names.of(one.names(), other.names());
        var fields = new ArrayList<FieldVerdict>();
        var emails = contacts.emails(one.emails(), other.emails());
        fields.add(OwnEmail.given(name.given(), emails, one, other));
        fields.add(name.family());
        fields.add(BirthComparison.of(one.births(), other.births()));
        fields.add(identifiers(one.identifiers(), other.identifiers()));
        fields.add(contacts.phones(one.phones(), other.phones()));
        fields.add(emails);
        fields.add(contacts.addresses(one.addresses(), other.addresses()));
        fields.add(sex(one, other));
        var score = fields.stream().mapToDouble(FieldVerdict::bits).sum()
                - Math.log(Math.max(256, shares.people())) / Math.log(2);
        return new Outcome(verdict(score, fields, Ages.of(one, other, today)), score, fields);
    }

    private static Verdict verdict(double score, List<FieldVerdict> fields, Ages ages) {
        if (score >= CERTAIN && Safeguards.objection(fields, ages) == null) {
            return Verdict.CERTAIN;
        }
        return score >= LIKELY && Safeguards.allowAsking(fields) ? Verdict.LIKELY : Verdict.DIFFERENT;
    }

    /** Two different numbers for life speak against one person, whatever other number agrees. */
    private static FieldVerdict identifiers(Set<IdentifierKey> mine, Set<IdentifierKey> theirs) {
        var shared = mine.stream().filter(theirs::contains).mapToDouble(Matching::bits).max();
        var conflict = FOR_LIFE.stream().anyMatch(scheme -> {
            var ours = of(scheme, mine);
            var others = of(scheme, theirs);
            return !ours.isEmpty() && !others.isEmpty() && ours.stream().noneMatch(others::contains);
        });
        if (conflict) {
            return FieldVerdict.different(Field.IDENTIFIER, shared.isPresent() ? 0 : -8);
        }
        return shared.isPresent()
                ? FieldVerdict.same(Field.IDENTIFIER, shared.getAsDouble())
                : FieldVerdict.missing(Field.IDENTIFIER);
    }

    /** Two feeds may give one number to two people, and a custody number is typed against whoever was there. */
    private static double bits(IdentifierKey key) {
        return switch (key.scheme()) {
            case PNC, CRO -> Safeguards.FOR_LIFE;
            case LOCAL -> 10;
            case CUSTODY -> 5;
        };
    }

    private static Set<IdentifierKey> of(IdentifierScheme scheme, Set<IdentifierKey> keys) {
        return keys.stream().filter(key -> key.scheme() == scheme).collect(Collectors.toSet());
    }

    private static FieldVerdict sex(Evidence one, Evidence other) {
        if (!one.sex().isKnown() || !other.sex().isKnown()) {
            return FieldVerdict.missing(Field.SEX);
        }
        return one.sex() == other.sex()
                ? FieldVerdict.same(Field.SEX, 0.9)
                : FieldVerdict.different(Field.SEX, -4);
    }
}
