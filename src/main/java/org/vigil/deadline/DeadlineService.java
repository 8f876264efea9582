package org.vigil.deadline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.deadline.data.CatalogueLock;
import org.vigil.deadline.data.DeadlineStore;
import org.vigil.deadline.rules.Facts;
import org.vigil.deadline.rules.NoDue;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Viewer;

/**
 * Opens, meets, corrects and ends clocks for the other modules, always in the transaction of the event that causes it,
 * so that a clock exists exactly when its cause does.
 */
@Service
public class DeadlineService {

    private final Catalogues catalogues;
    private final CatalogueLock lock;
    private final DeadlineStore store;
    private final DeadlinePauses pauses;
    private final DeadlineWriter writer;
    private final ObjectProvider<CurrentViewer> viewer;

    DeadlineService(
            Catalogues catalogues,
            CatalogueLock lock,
            DeadlineStore store,
            DeadlinePauses pauses,
            DeadlineWriter writer,
            ObjectProvider<CurrentViewer> viewer) {
        this.catalogues = catalogues;
        this.lock = lock;
        this.store = store;
        this.pauses = pauses;
        this.writer = writer;
        this.viewer = viewer;
    }

    /**
     * Plays changes in their order, many subjects at once in a few statements. The caller holds its subjects' rows, so
     * that two transactions never open one clock twice.
     *
     * @param now UTC, as the caller's transaction knows it
     * @throws org.vigil.shared.InvalidInputException when a clock has no due time; ask {@link #problems} first to answer
     *     for one item alone
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void apply(List<DeadlineChange> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        // A version that is being replaced must not get another clock that nobody would put under the new one.
        lock.keepStill();
        var plain = new ArrayList<DeadlineChange>(changes.size());
        for (var change : changes) {
            if (change instanceof DeadlineChange.Pause
                    || change instanceof DeadlineChange.Resume
                    || change instanceof DeadlineChange.LeaveOutDays) {
                play(plain, now);
                plain.clear();
                pauses.play(change, catalogues.current(), now, by());
            } else {
                plain.add(change);
            }
        }
        play(plain, now);
    }

    /** Why a clock could not be opened: a missing fact, or a calendar that ends too soon; empty where it can. */
    public Optional<String> problem(DeadlineChange.Open open) {
        return Optional.ofNullable(problems(List.of(open)).get(open));
    }

    /** Those of many clocks that could not be opened, each with why; the catalogue is asked for once. */
    public Map<DeadlineChange.Open, String> problems(Collection<DeadlineChange.Open> opened) {
        var catalogue = catalogues.current();
        var problems = new HashMap<DeadlineChange.Open, String>();
        for (var open : opened) {
            var facts = new Facts(open.givenMinutes(), open.givenEnd(), open.notLaterThan(), open.circumstances());
            if (catalogue.due(open.rule(), open.startedAt(), facts) instanceof NoDue none) {
                problems.put(open, none.problem());
            }
        }
        return problems;
    }

    private void play(List<DeadlineChange> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        var batch = new ChangeBatch(catalogues.current(), now, by());
        var subjects = changes.stream()
                .map(DeadlineChange::subject)
                .collect(groupingBy(subject -> subject.type(), mapping(subject -> subject.id(), toSet())));
        var rules = changes.stream().map(DeadlineChange::rule).collect(toSet());
        subjects.forEach((type, ids) -> batch.stored(store.lock(type, ids, rules)));
        changes.forEach(batch::take);
        writer.write(batch, now);
    }

    private String by() {
        var known = viewer.getIfAvailable();
        return known == null
                ? Viewer.engine().username()
                : known.find().orElseGet(Viewer::engine).username();
    }
}
