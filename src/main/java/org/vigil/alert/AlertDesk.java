package org.vigil.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertCaller.Call;
import org.vigil.alert.data.AlertHistoryStore;
import org.vigil.alert.data.AlertRecords.AudienceRow;
import org.vigil.alert.data.AlertRecords.ChangedAlert;
import org.vigil.alert.data.AlertRecords.EventRow;
import org.vigil.alert.data.AlertStore;
import org.vigil.alert.data.HeldAlert;
import org.vigil.alert.rules.AlertActions;
import org.vigil.alert.rules.AlertDecision;
import org.vigil.alert.rules.AlertStanding;
import org.vigil.alert.rules.AlertVisibility;
import org.vigil.alert.rules.CallRoute;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.security.OnDuty;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Texts;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/** Carries out what a person does with an alert: lock, look, decide by the rules, write, log. */
@Component
class AlertDesk {

    private final AlertStore alerts;
    private final AlertHistoryStore history;
    private final AlertCaller caller;
    private final StaffDirectory staff;
    private final ObjectProvider<AlertCause> causes;
    private final Transactions transactions;
    private final AuditLog audit;

    AlertDesk(
            AlertStore alerts,
            AlertHistoryStore history,
            AlertCaller caller,
            StaffDirectory staff,
            ObjectProvider<AlertCause> causes,
            Transactions transactions,
            AuditLog audit) {
        this.alerts = alerts;
        this.history = history;
        this.caller = caller;
        this.staff = staff;
        this.causes = causes;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** What somebody does, as history and audit log tell it; the note is the history's. */
    private record Act(AlertEventKind kind, String told, @Nullable String note) {}

    int acknowledge(Viewer by, long id, int version, Instant now) {
        var act = new Act(AlertEventKind.ACKNOWLEDGED, "Acknowledged an alert", null);
        return act(by, id, version, now, act, (held, at) -> AlertActions.acknowledge(held.standing(), own(by), at));
    }

    int undoAcknowledge(Viewer by, long id, int version, Instant now) {
        var act = new Act(AlertEventKind.CHANGED, "Took an acknowledgement back", "Acknowledgement taken back");
        return act(by, id, version, now, act, (held, at) -> AlertActions.undoAcknowledge(held.standing(), own(by), at));
    }

    int assign(Viewer by, long id, int version, long to, Instant now) {
        var self = own(by) == to;
        var name = self ? by.displayName() : staff.byId(to).map(account -> account.displayName()).orElse("");
        var act = new Act(AlertEventKind.ASSIGNED, self ? "Took an alert" : "Gave an alert to somebody", "To " + name);
        return act(by, id, version, now, act, (held, at) -> {
            if (!self) {
                var person = candidates(held).stream()
                        .filter(candidate -> candidate.accountId() == to)
                        .findFirst()
                        .orElseThrow(() -> new InvalidInputException(
                                "person", "Choose somebody who is signed on and may see this alert."));
                var duty = held.audience().keySet().stream()
                        .filter(person.duties()::contains)
                        .sorted()
                        .findFirst()
                        .orElseGet(() -> person.duties().stream().sorted().findFirst().orElseThrow());
                caller.callPerson(held.id(), "ASSIGNED", to, duty, at);
            }
            return AlertActions.assign(held.standing(), own(by), to, at);
        });
    }

    int snooze(Viewer by, long id, int version, Instant until, String reason, Instant now) {
        var note = "Until " + UkTime.moment(until) + ": " + reason.strip();
        var act = new Act(AlertEventKind.SNOOZED, "Snoozed an alert", note);
        var end = until.truncatedTo(ChronoUnit.MICROS);
        return act(by, id, version, now, act, (held, at) -> AlertActions.snooze(held.standing(), end, reason, at));
    }

    int escalate(Viewer by, long id, int version, Duty to, String reason, Instant now) {
        var act = new Act(AlertEventKind.ESCALATED, "Escalated an alert", "To " + to.label() + ": " + reason.strip());
        return act(by, id, version, now, act, (held, at) -> {
            if (!CallRoute.afterAll(AlertRaiser.called(held)).contains(to)) {
                throw new InvalidInputException("duty", to.label() + " is not the next duty for this alert.");
            }
            var decision = AlertActions.escalate(held.standing(), to, reason, at);
            if (decision instanceof AlertDecision.Done) {
                history.addAudiences(List.of(new AudienceRow(held.id(), to, true)));
                caller.call(List.of(new Call(
                        held.id(), "ESCALATED", Set.of(to), held.people().onlyBarred(), held.areaId())), at);
            }
            return decision;
        });
    }

    int resolve(Viewer by, long id, int version, String reason, Instant now) {
        var act = new Act(AlertEventKind.RESOLVED, "Resolved an alert by hand", reason.strip());
        return act(by, id, version, now, act, (held, at) -> {
            var key = held.dedupKey();
            var open = key == null
                    ? null
                    : causes.orderedStream()
                            .flatMap(cause -> cause.stillOpen(held.kind(), key, held.subject()).stream())
                            .findFirst()
                            .orElse(null);
            return AlertActions.resolve(held.standing(), reason, open);
        });
    }

    List<OnDuty> assignable(Viewer viewer, long id) {
        return transactions.call(() -> candidates(visible(viewer, id)));
    }

    List<Duty> escalations(Viewer viewer, long id) {
        return transactions.call(() -> CallRoute.afterAll(AlertRaiser.called(visible(viewer, id))));
    }

    private List<OnDuty> candidates(HeldAlert held) {
        var byName = new TreeMap<String, OnDuty>();
        held.audience().keySet().forEach(duty -> staff.signedOn(duty, held.areaId())
                .stream()
                .filter(person -> !held.people().barred().contains(person.accountId()))
                .forEach(person -> byName.put(person.displayName() + " " + person.accountId(), person)));
        held.people().called().forEach(id -> staff.byId(id).stream()
                .flatMap(account -> account.duties().stream())
                .flatMap(duty -> staff.signedOn(duty, null).stream())
                .filter(person -> person.accountId() == id)
                .forEach(person -> byName.put(person.displayName() + " " + person.accountId(), person)));
        return List.copyOf(byName.values());
    }

    private int act(
            Viewer by,
            long id,
            int version,
            Instant now,
            Act act,
            BiFunction<HeldAlert, Instant, AlertDecision> decide) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        return transactions.call(() -> {
            var held = visible(by, id);
            if (held.version() != version) {
                throw new ChangedMeanwhileException("This alert");
            }
            switch (decide.apply(held, at)) {
                case AlertDecision.Refused refused -> throw new InvalidInputException(refused.field(), refused.why());
                case AlertDecision.Done done -> write(by, held, done.after(), act, at);
            }
            return version + 1;
        });
    }

    private void write(Viewer by, HeldAlert held, AlertStanding after, Act act, Instant now) {
        var changed = ChangedAlert.standing(held, after);
        var resolved = after.state() == AlertState.RESOLVED;
        alerts.save(List.of(resolved ? changed.resolved(by.accountId(), String.valueOf(act.note())) : changed), now);
        var note = act.note() == null ? null : Texts.cut(act.note(), RaiseAlert.LONGEST_DETAIL);
        history.addEvents(List.of(new EventRow(held.id(), now, act.kind(), by.accountId(), null, note)));
        audit.record(
                by,
                AuditNote.change(ref(held.id(), held.subject()), act.told())
                        .withField("state", held.standing().state(), after.state())
                        .withField("assignedTo", held.standing().assignedTo(), after.assignedTo())
                        .withField("snoozedUntil", held.standing().snoozedUntil(), after.snoozedUntil())
                        .withField("note", null, note)
                        .shown(held.subject()));
    }

    /** @throws AccessDeniedException where there is no such alert for the viewer, which is logged */
    private HeldAlert visible(Viewer viewer, long id) {
        var held = alerts.lock(id)
                .filter(alert -> AlertVisibility.sees(
                        viewer, alert.audience().keySet(), alert.people(), alert.areaId()));
        if (held.isEmpty()) {
            audit.record(viewer, refusal(id));
            throw new AccessDeniedException("There is no such alert for this account.");
        }
        return held.get();
    }

    static AuditNote refusal(long id) {
        return AuditNote.refused(
                new SubjectRef(SubjectType.ALERT, id, "Alert " + id), "An alert that is not for this account");
    }

    private static long own(Viewer viewer) {
        var own = viewer.accountId();
        if (own == null) {
            throw new IllegalStateException("the console itself does not act on alerts by hand");
        }
        return own;
    }

    /** An alert as the audit log names it. */
    static SubjectRef ref(AlertRow alert) {
        return ref(alert.id(), alert.subject());
    }

    private static SubjectRef ref(long id, SubjectRef about) {
        return new SubjectRef(SubjectType.ALERT, id, about.reference());
    }
}
