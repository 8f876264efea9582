package org.vigil.person;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.vigil.db.Transactions;
import org.vigil.person.data.MatchReads;
import org.vigil.person.data.MergeStore;
import org.vigil.person.data.PersonReads;
import org.vigil.person.data.PersonStore;
import org.vigil.person.data.PersonStore.Said;
import org.vigil.person.rules.BlockKeys;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/** What every change of a person by an officer begins and ends with: the lock, the rights, the version. */
@Component
class PersonDesk {

    private final PersonReads reads;
    private final PersonStore store;
    private final MatchReads matching;
    private final MergeStore merges;
    private final Transactions transactions;
    private final CurrentViewer viewers;
    private final Clock clock;

    PersonDesk(
            PersonReads reads,
            PersonStore store,
            MatchReads matching,
            MergeStore merges,
            Transactions transactions,
            CurrentViewer viewers,
            Clock clock) {
        this.reads = reads;
        this.store = store;
        this.matching = matching;
        this.merges = merges;
        this.transactions = transactions;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** A change under way: the person as held, locked, and who changes it. */
    record Change(Person person, Viewer viewer, long by, Instant now) {

        Said said() {
            return new Said(Origin.HAND, viewer.displayName(), by, now);
        }
    }

    /**
     * Changes a person in a transaction.
     *
     * @param version the person's version as it was on screen
     */
    void change(long id, int version, Consumer<Change> work) {
        call(id, version, change -> {
            work.accept(change);
            return change;
        });
    }

    /** The same, with an answer. */
    <T> T call(long id, int version, Function<Change, T> work) {
        return transactions.call(() -> {
            var change = open(id);
            if (change.person().version() != version) {
                throw new ChangedMeanwhileException("Person " + change.person().id());
            }
            var answer = work.apply(change);
            if (!store.touch(change.person().id(), version)) {
                throw new ChangedMeanwhileException("Person " + change.person().id());
            }
            return answer;
        });
    }

    /** The same for a change that two people have a part in: both are locked, whoever begins, in one order. */
    void changeWith(long id, long other, int version, Consumer<Change> work) {
        transactions.run(() -> {
            lockInOrder(id, other);
            change(id, version, work);
        });
    }

    /** Locks those that stand for these records, the older first: two who want both wait and don't deadlock. */
    void lockInOrder(long one, long other) {
        merges.lockRows(reads.survivorsOf(List.of(one, other)).values());
    }

    /** The same where the work itself raises the version, or nothing does. */
    Change open(long id) {
        var viewer = viewers.get();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var person = reads.survivorOf(id)
                .flatMap(survivor -> reads.lock(viewer, survivor, now))
                .orElseThrow(PersonDesk::noSuchPerson);
        return new Change(person, viewer, Objects.requireNonNull(viewer.accountId(), "only an officer changes people"), now);
    }

    static InvalidInputException noSuchPerson() {
        return new InvalidInputException("person", "There is no such person that you may see.");
    }

    /** Puts the record under the keys of what is said about it now. */
    void index(long record, Instant now) {
        matching.evidence(List.of(record), UkTime.localDay(now)).forEach(found ->
                store.index(record, BlockKeys.of(Objects.requireNonNull(found.records().get(record)))));
    }
}
