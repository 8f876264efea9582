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
    }

    public Outcome compare(Evidence one, Evidence other) {
        var name = names.of(one.names(), other.names());
        var fields = new ArrayList<FieldVerdict>();
        fields.add(name.given());
        fields.add(name.family());
        fields.add(BirthComparison.of(one.births(), other.births()));
        fields.add(identifiers(one.identifiers(), other.identifiers()));
        fields.add(contacts.phones(one.phones(), other.phones()));
        fields.add(contacts.emails(one.emails(), other.emails()));
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

    private static FieldVerdict identifiers(Set<IdentifierKey> mine, Set<IdentifierKey> theirs) {
        if (mine.stream().anyMatch(theirs::contains)) {
            return FieldVerdict.same(Field.IDENTIFIER, 22);
        }
        var conflict = FOR_LIFE.stream().anyMatch(scheme -> {
            var ours = of(scheme, mine);
            var others = of(scheme, theirs);
            return !ours.isEmpty() && !others.isEmpty();
        });
        return conflict ? FieldVerdict.different(Field.IDENTIFIER, -8) : FieldVerdict.missing(Field.IDENTIFIER);
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
