package org.vigil.custody.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.CustodyEntry;
import org.vigil.custody.CustodyEvent;
import org.vigil.custody.CustodyKey;
import org.vigil.custody.CustodyMessage;
import org.vigil.custody.ReleaseRisk;
import org.vigil.custody.VictimContact;
import org.vigil.person.NamedPersonCheck;
import org.vigil.shared.api.ItemReason;
import org.vigil.shared.api.TextCheck;
import org.vigil.shared.api.TimeCheck;

/** Whether one message can be kept by itself: its texts cleaned, its times plausible. */
public final class MessageCheck {

    private static final int TEXT = 1000;
    private static final Duration FURTHEST = Duration.ofDays(3660);

    private final TextCheck text = new TextCheck();
    private final TimeCheck time;
    private final Instant now;

    private MessageCheck(Instant now) {
        time = new TimeCheck(text, now);
        this.now = now;
    }

    /**
     * What came of the check.
     *
     * @param clean null where there are errors
     */
    public record Checked(@Nullable CustodyEntry clean, List<ItemReason> errors, List<ItemReason> doubts) {}

    public static Checked of(CustodyMessage sent, Instant now) {
        return new MessageCheck(now).check(sent);
    }

    private Checked check(CustodyMessage sent) {
        var source = text.key("source", sent.source(), 40);
        var reference = text.key("reference", sent.reference(), 60);
        time.required("at", sent.at());
        if (sent.event() == null) {
            text.error("event", "is required");
        }
        var person = sent.person() == null ? null : NamedPersonCheck.of(text, time, "person", sent.person());
        var area = text.line("area", sent.area(), 120);
        var details = details(sent);
        var clean = text.errors().isEmpty()
                ? new CustodyEntry(
                        new CustodyKey(Objects.requireNonNull(source), Objects.requireNonNull(reference)),
                        Objects.requireNonNull(sent.event()),
                        Objects.requireNonNull(sent.at()),
                        details,
                        person,
                        area)
                : null;
        return new Checked(clean, text.errors(), text.doubts());
    }

    private CustodyEvent.Details details(CustodyMessage sent) {
        return new CustodyEvent.Details(
                text.line("station", sent.station(), 120),
                text.line("officer", sent.officer(), 120),
                text.line("reason", sent.reason(), TEXT),
                lines("conditions", sent.conditions()),
                ahead("bailEndsAt", sent.bailEndsAt()),
                text.line("court", sent.court(), 160),
                ahead("hearingAt", sent.hearingAt()),
                lines("offences", sent.offences()),
                sent.rank(),
                ahead("detentionEndsAt", sent.detentionEndsAt()),
                sent.arrestedFor(),
                ahead("surrenderAt", sent.surrenderAt()),
                ahead("orderHearingAt", sent.orderHearingAt()),
                Boolean.TRUE.equals(sent.murder()),
                sent.domesticAbuse(),
                ahead("releaseAt", sent.releaseAt()),
                new VictimContact(
                        text.line("how", sent.how(), 255),
                        sent.conditionsIncluded(),
                        text.line("attempts", sent.attempts(), TEXT),
                        text.line("safeguarding", sent.safeguarding(), TEXT)),
                new ReleaseRisk(
                        text.line("victimRisk", sent.victimRisk(), TEXT),
                        lines("considered", sent.considered()),
                        text.line("victimViews", sent.victimViews(), TEXT),
                        text.line("viewsNotAsked", sent.viewsNotAsked(), TEXT)));
    }

    private List<String> lines(String field, @Nullable List<@Nullable String> sent) {
        return text.each(field, sent, (at, line) -> text.line(at, line, 500));
    }

    /** A time that may lie ahead, as a hearing does. */
    private @Nullable Instant ahead(String field, @Nullable Instant at) {
        if (at != null && at.isAfter(now.plus(FURTHEST))) {
            text.error(field, "is more than ten years ahead");
        } else if (at != null && !at.isAfter(now)) {
            time.optional(field, at);
        }
        return at;
    }
}
