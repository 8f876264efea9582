package org.vigil.custody;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.custody.data.CustodyReads;
import org.vigil.custody.data.CustodyStore;
import org.vigil.custody.rules.BailDecision;
import org.vigil.custody.rules.MessageCheck;
import org.vigil.db.Transactions;
import org.vigil.person.NamedPerson;
import org.vigil.person.PartyBook;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.ItemReason;
import org.vigil.shared.api.ItemResult;
import org.vigil.shared.api.ItemStatus;

/** What officers type about custody: the same checks and the same clocks as for what the custody system sends. */
@Service
@Requires({Duty.CUSTODY, Duty.SUPERVISOR, Duty.SPECIALIST})
public class CustodyDesk {

    private final CustodyBook book;
    private final CustodyIntake intake;
    private final CustodyReads records;
    private final CustodyStore store;
    private final PartyBook parties;
    private final Transactions transactions;
    private final CurrentViewer viewers;
    private final Clock clock;

    CustodyDesk(
            CustodyBook book,
            CustodyIntake intake,
            CustodyReads records,
            CustodyStore store,
            PartyBook parties,
            Transactions transactions,
            CurrentViewer viewers,
            Clock clock) {
        this.book = book;
        this.intake = intake;
        this.records = records;
        this.store = store;
        this.parties = parties;
        this.transactions = transactions;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param id the record's key
     * @param doubts what is odd about what was entered, each a sentence
     */
    public record Entered(long id, List<String> doubts) {}

    /**
     * Books an arrest in: nobody is looked up first, who it is is found out afterwards.
     *
     * @param arrest an ARRESTED message without source and reference, which the console gives
     * @throws InvalidInputException where the name is missing or it can't be taken
     */
    public Entered bookIn(CustodyMessage arrest) {
        var person = arrest.person();
        if (person == null || person.equals(NamedPerson.called(null, null)) || person.name().equals("Name not given")) {
            throw new InvalidInputException("person", "Type the name, or “Unknown” where it is not known yet.");
        }
        var viewer = viewers.get();
        var now = now();
        return transactions.call(() -> {
            var year = UkTime.localDay(now).getYear();
            var key = new CustodyKey(CustodyKey.CONSOLE, "CUS-%d-%06d".formatted(year, store.nextNumber(year)));
            var ready = ready(arrest, key, viewer, now);
            var result = taken(book.write(List.of(ready), viewer, now).getFirst());
            return new Entered(records.lock(List.of(key)).get(key).id(), doubts(result));
        });
    }

    /**
     * Enters what happened in a record.
     *
     * @param version the record's version as it was on screen
     * @param event without source and reference
     * @throws InvalidInputException where it can't be, in words
     * @throws ChangedMeanwhileException where something else was told since
     */
    public Entered enter(long id, int version, CustodyMessage event) {
        var viewer = viewers.get();
        var now = now();
        return transactions.call(() -> {
            var record = records.lock(viewer, id)
                    .filter(held -> parties.closed(viewer, SubjectType.CUSTODY, List.of(id), now).isEmpty())
                    .orElseThrow(() -> new InvalidInputException("custody", "There is no such record in your areas."));
            if (record.version() != version) {
                throw new ChangedMeanwhileException("The custody record");
            }
            var ready = ready(event, record.key(), viewer, now);
            BailDecision.missing(book.standing(record), ready.entry()).ifPresent(CustodyDesk::refuse);
            return new Entered(id, doubts(taken(book.write(ready, record, viewer, now))));
        });
    }

    private CustodyBook.Ready ready(CustodyMessage said, CustodyKey key, Viewer viewer, Instant now) {
        var checked = MessageCheck.of(said.in(key), now);
        if (checked.clean() == null) {
            throw refusal(checked.errors().getFirst());
        }
        var entry = checked.clean();
        return new CustodyBook.Ready(0, entry, intake.hash(entry), viewer.displayName(), true, checked.doubts());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ItemResult taken(ItemResult result) {
        if (result.status() == ItemStatus.REJECTED) {
            throw refusal(result.reasons().getLast());
        }
        if (result.status() == ItemStatus.UNCHANGED) {
            throw new InvalidInputException("event", "This is recorded already, in the same words.");
        }
        return result;
    }

    private static void refuse(ItemReason reason) {
        throw refusal(reason);
    }

    private static InvalidInputException refusal(ItemReason reason) {
        return new InvalidInputException(reason.field(), sentence(reason));
    }

    private static List<String> doubts(ItemResult result) {
        return result.reasons().stream().map(CustodyDesk::sentence).toList();
    }

    private static String sentence(ItemReason reason) {
        var said = Stream.of(reason.problem())
                .map(problem -> problem.startsWith("is ") ? label(reason.field()) + " " + problem : problem)
                .map(problem -> Character.toUpperCase(problem.charAt(0)) + problem.substring(1))
                .findFirst()
                .orElseThrow();
        return said.endsWith(".") ? said : said + ".";
    }

    private static String label(@Nullable String field) {
        return switch (field) {
            case "at" -> "The time";
            case "bailEndsAt" -> "The end of bail";
            case "detentionEndsAt" -> "The end of the extension";
            case "releaseAt" -> "The time of the release";
            case "orderHearingAt" -> "The hearing of the order";
            case "rank" -> "The authority";
            case "safeguarding" -> "What protects the victim";
            case "attempts" -> "What was tried";
            case "area", "station" -> "The station";
            case "person.dateOfBirth" -> "The date of birth";
            case null, default -> "This";
        };
    }
}
