package org.vigil.deadline;

import java.util.List;
import org.springframework.stereotype.Service;
import org.vigil.deadline.rules.ClockQuestion;
import org.vigil.deadline.rules.Due;
import org.vigil.deadline.rules.DueAnswer;
import org.vigil.deadline.rules.NoDue;
import org.vigil.shared.Requires;
import org.vigil.shared.UkTime;

/** Says when a clock would be due, without a case behind it. Nothing is kept. */
@Service
public class ClockCalculator {

    private static final int LAST_YEAR = 2100;

    private final Catalogues catalogues;

    ClockCalculator(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** A rule's code and what is asked of it. */
    public record Asked(String rule, ClockQuestion question) {}

    /** The rules and the calendar, all versions. */
    @Requires
    public Catalogue catalogue() {
        return catalogues.current();
    }

    @Requires
    public ClockAnswer answer(Asked asked) {
        return answer(catalogues.current(), asked);
    }

    /** Answers many questions under one catalogue, in their order. */
    @Requires
    public List<ClockAnswer> answers(List<Asked> asked) {
        var catalogue = catalogues.current();
        return asked.stream().map(question -> answer(catalogue, question)).toList();
    }

    private static ClockAnswer answer(Catalogue catalogue, Asked asked) {
        var start = asked.question().startsAt();
        var rule = catalogue.inForce(asked.rule(), start).orElse(null);
        if (rule == null) {
            return new ClockAnswer(asked.rule(), start, null, catalogue.none(asked.rule(), start));
        }
        if (UkTime.localDay(start).getYear() > LAST_YEAR) {
            return new ClockAnswer(asked.rule(), start, rule, new NoDue("startsAt is not a plausible time."));
        }
        return new ClockAnswer(
                asked.rule(), start, rule, plainly(asked.question().answer(rule.terms(), catalogue.holidays())));
    }

    /** What rests on an assumption is told as a problem, not as a time that somebody would rely on. */
    private static DueAnswer plainly(DueAnswer answer) {
        return answer instanceof Due due && !due.breachable()
                ? new NoDue("A fact is missing: the next day of term. " + due.caution() + " It would warn until "
                        + UkTime.moment(due.at()) + ".")
                : answer;
    }
}
