package org.vigil.audit.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigil.audit.VerificationProgress;
import org.vigil.audit.rules.AnchorLine;
import org.vigil.audit.rules.Anchored;
import org.vigil.audit.rules.Anchors;
import org.vigil.audit.rules.BesideCheck;
import org.vigil.audit.rules.EntryPlace;
import org.vigil.audit.rules.Misfit;
import org.vigil.audit.rules.StoredEntry;
import org.vigil.audit.rules.StreamWalk;
import org.vigil.shared.UkTime;

/**
 * Checks the whole log as it stood when the check began, page by page, so that its memory does not grow with the log.
 * Entries that arrive meanwhile are left to the next check.
 */
public final class ChainCheck {

    private static final int PAGE = 400;

    private final AuditReader reader;
    private final Anchors anchors;
    private final VerificationProgress progress;
    private final Instant now;
    private final List<StreamEnd> ends;
    private final long total;
    private long checked;

    public ChainCheck(AuditReader reader, AnchorFile file, VerificationProgress progress) {
        this.reader = reader;
        this.progress = progress;
        now = reader.now();
        ends = reader.ends();
        anchors = file.read(logOf(ends));
        total = ends.stream().mapToLong(StreamEnd::position).sum();
    }

    /** What was found: the first misfit of each stream, by stream, or what is wrong with no entry in particular. */
    public record Found(long entries, long anchors, List<Misfit> misfits, @Nullable String problem) {}

    private static String logOf(List<StreamEnd> ends) {
        return AnchorLine.logOf(ends.stream().map(StreamEnd::origin).toList());
    }

    /** Runs the check; call it once. */
    public Found run() {
        var streams = ends.stream().map(StreamEnd::stream).toList();
        if (!streams.equals(IntStream.range(0, EntryPlace.STREAMS).boxed().toList())) {
            return new Found(0, anchors.lines(), List.of(), "a stream's head is gone or there is one too many");
        }
        var misfits = new ArrayList<Misfit>();
        ends.forEach(end -> check(end).ifPresent(misfits::add));
        if (misfits.isEmpty()) {
            reader.outsideStreams()
                    .map(place -> new Misfit(place, "it belongs to no stream"))
                    .or(() -> reader.missingBehindShownOrValue()
                            .map(place -> new Misfit(place, "it is missing, though records or values are kept for it")))
                    .ifPresent(misfits::add);
        }
        return new Found(checked, anchors.lines(), misfits, misfits.isEmpty() ? outsideProblem() : null);
    }

    private Optional<Misfit> check(StreamEnd end) {
        var walk = new StreamWalk(end.stream(), end.origin(), anchors.of(end.stream()), now);
        var place = new EntryPlace(end.stream(), 0);
        while (true) {
            var page = reader.entriesAfter(place, end.position(), PAGE);
            if (page.isEmpty()) {
                return walk.end(end.position(), end.hash())
                        .or(() -> reader.beyondHead(end.stream())
                                .map(beyond -> new Misfit(beyond, "it stands beyond the stream's head")));
            }
            var misfit = check(page, walk);
            if (misfit.isPresent()) {
                return misfit;
            }
            place = EntryPlace.of(page.getLast().id());
        }
    }

    private Optional<Misfit> check(List<StoredEntry> page, StreamWalk walk) {
        var from = page.getFirst().id();
        var to = page.getLast().id();
        var shown = reader.shown(from, to);
        var values = reader.values(from, to);
        for (var stored : page) {
            var misfit = walk.next(stored)
                    .or(() -> BesideCheck.problem(
                                    stored.entry().detail(),
                                    shown.getOrDefault(stored.id(), new TreeMap<>()),
                                    values.getOrDefault(stored.id(), List.of()))
                            .map(problem -> new Misfit(stored.entry().place(), problem)));
            if (misfit.isPresent()) {
                return misfit;
            }
            checked++;
        }
        progress.checked(checked, Math.max(total, checked));
        return Optional.empty();
    }

    private @Nullable String outsideProblem() {
        if (anchors.problem() != null) {
            return anchors.problem();
        }
        var other = anchors.lastOfOther();
        return other != null && reader.anyBefore(other)
                ? "up to " + UkTime.moment(other) + " the outside record is about another log: either this log was"
                        + " replaced, or the file belongs to another database"
                : null;
    }

    /** When the check began: UTC, the database's own time. */
    public Instant startedAt() {
        return now;
    }

    /** How every stream ends now, as a line for the outside record. */
    public static AnchorLine anchor(AuditReader reader) {
        // The time first: what is written after the heads were read is then later than the line says.
        var at = reader.now();
        var ends = reader.ends();
        var streams = new TreeMap<Integer, Anchored>();
        ends.forEach(end -> streams.put(end.stream(), new Anchored(end.position(), end.hash(), at)));
        return new AnchorLine(at, logOf(ends), streams);
    }
}
