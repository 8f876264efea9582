package org.vigil.custody;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigil.audit.AuditNote;
import org.vigil.shared.UkTime;

/** What the audit log keeps of an event: each field that it sets, beside the one that it puts right. */
final class EventNote {

    private EventNote() {}

    static AuditNote fields(AuditNote note, CustodyEvent event, @Nullable CustodyEvent replaced) {
        return new Fields(event, replaced)
                .with("at", each -> UkTime.momentWithSeconds(each.at()))
                .with("station", each -> each.details().station())
                .with("officer", each -> each.details().officer())
                .with("reason", each -> each.details().reason())
                .with("authority", each -> each.details().authority())
                .with("conditions", each -> lines(each.details().conditions()))
                .with("offences", each -> lines(each.details().offences()))
                .with("bailEndsAt", each -> each.details().bailEndsAt())
                .with("detentionEndsAt", each -> each.details().detentionEndsAt())
                .with("releaseAt", each -> each.details().releaseAt())
                .with("court", each -> each.details().court())
                .with("hearingAt", each -> each.details().hearingAt())
                .with("victimRisk", each -> each.details().risk().risk())
                .with("considered", each -> lines(each.details().risk().considered()))
                .with("victimViews", each -> each.details().risk().victimViews())
                .with("viewsNotAsked", each -> each.details().risk().notAskedWhy())
                .with("how", each -> each.details().victim().how())
                .with("attempts", each -> each.details().victim().attempts())
                .with("safeguarding", each -> each.details().victim().safeguarding())
                .of(note);
    }

    private static @Nullable String lines(java.util.List<String> lines) {
        return lines.isEmpty() ? null : String.join("; ", lines);
    }

    private static final class Fields {

        private final CustodyEvent event;
        private final @Nullable CustodyEvent replaced;
        private Function<AuditNote, AuditNote> all = Function.identity();

        Fields(CustodyEvent event, @Nullable CustodyEvent replaced) {
            this.event = event;
            this.replaced = replaced;
        }

        Fields with(String name, Function<CustodyEvent, @Nullable Object> value) {
            var before = replaced == null ? null : value.apply(replaced);
            var after = value.apply(event);
            all = all.andThen(note -> note.withField(name, before, after));
            return this;
        }

        AuditNote of(AuditNote note) {
            return all.apply(note);
        }
    }
}
