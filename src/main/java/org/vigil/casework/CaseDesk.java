package org.vigil.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.audit.AuditNote;
import org.vigil.casework.data.CaseQueries;
import org.vigil.db.Transactions;
import org.vigil.person.NamedParty;
import org.vigil.person.PartyBook;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Texts;
import org.vigil.shared.Viewer;

/** Opens a case for one change by an officer, and writes it with all that follows. */
@Component
class CaseDesk {

    private final CaseQueries cases;
    private final CaseWriting writing;
    private final PartyBook parties;
    private final Transactions transactions;
    private final CurrentViewer viewers;
    private final Clock clock;

    CaseDesk(
            CaseQueries cases,
            CaseWriting writing,
            PartyBook parties,
            Transactions transactions,
            CurrentViewer viewers,
            Clock clock) {
        this.cases = cases;
        this.writing = writing;
        this.parties = parties;
        this.transactions = transactions;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** Who changes a case, and when. */
    record Hand(Viewer viewer, Instant now) {

        String name() {
            return Texts.cut(viewer.displayName(), 120);
        }
    }

    /**
     * Changes a case.
     *
     * @param version of the case as it was on screen
     * @param what for the log, in a phrase
     */
    void change(long id, int version, String what, BiFunction<Case, Hand, Case> edit) {
        change(id, version, what, edit, null);
    }

    /** The same with somebody who is named in it from now on. */
    void change(
            long id, int version, String what, BiFunction<Case, Hand, Case> edit, @Nullable NamedParty newcomer) {
        transactions.run(() -> {
            var hand = hand();
            var held = cases.lock(hand.viewer(), id)
                    .orElseThrow(() -> new InvalidInputException("case", "There is no such case in your areas."));
            if (held.version() != version) {
                throw new ChangedMeanwhileException("Case " + held.reference());
            }
            var people = new ArrayList<>(parties.of(SubjectType.CASE, List.of(id)).getOrDefault(id, List.of()));
            if (newcomer != null) {
                people.add(newcomer);
            }
            var after = edit.apply(held, hand);
            writing.write(List.of(new CaseWriting.Edit(held, after, people, AuditNote::change, what, null)), hand.viewer(),
                    hand.now());
        });
    }

    /** Enters a case. */
    void enter(Case file, List<NamedParty> people, Hand hand) {
        writing.write(
                List.of(new CaseWriting.Edit(null, file, people, AuditNote::create, "Case entered", null)),
                hand.viewer(),
                hand.now());
    }

    Hand hand() {
        return new Hand(viewers.get(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
