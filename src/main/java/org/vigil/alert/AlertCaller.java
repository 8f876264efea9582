package org.vigil.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.alert.data.AlertHistoryStore;
import org.vigil.alert.data.AlertRecords.AudienceRow;
import org.vigil.alert.data.AlertRecords.EventRow;
import org.vigil.alert.data.AlertRecords.NotificationRow;
import org.vigil.alert.rules.CallRoute;
import org.vigil.security.Account;
import org.vigil.security.OnDuty;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;

/**
 * Calls people: those whom the alert names, and those of the called duties who are signed on and cover the area; where
 * there is nobody, those of the next duty that is staffed; and where nobody who is called has the console open, an e-mail
 * without content is asked for, one a quarter of an hour. Who is on is looked up once for a batch, duty and area.
 */
@Component
class AlertCaller {

    /** One e-mail a quarter of an hour says all there is to say: the console needs someone. */
    private static final Duration MAIL_WINDOW = Duration.ofMinutes(15);

    private final StaffDirectory staff;
    private final AlertHistoryStore history;

    AlertCaller(StaffDirectory staff, AlertHistoryStore history) {
        this.staff = staff;
        this.history = history;
    }

    /** One alert that calls these duties, and whom it names. */
    record Call(long alertId, String rung, Set<Duty> duties, NamedPeople people, @Nullable Long areaId) {

        Call {
            duties = Set.copyOf(duties);
        }
    }

    private record Post(Set<Duty> duties, @Nullable Long areaId, Set<Long> barred) {}

    /** @param insteadOf the duty that stands in because nobody of the called ones is on */
    private record Reached(Map<Long, Duty> people, @Nullable Duty insteadOf, String note, boolean seen) {}

    /** Writes who is called, within the caller's transaction. */
    void call(Collection<Call> calls, Instant now) {
        var reached = new HashMap<Post, Reached>();
        var audiences = new ArrayList<AudienceRow>();
        var events = new ArrayList<EventRow>();
        var notifications = new ArrayList<NotificationRow>();
        var unseen = false;
        for (var call : calls) {
            for (var account : call.people().called()) {
                var named = staff.byId(account).filter(Account::enabled).filter(each -> !each.duties().isEmpty());
                named.ifPresent(person -> {
                    events.add(new EventRow(
                            call.alertId(), now, AlertEventKind.NOTIFIED, null, null, "Called by name: "
                                    + person.displayName() + (person.signedOn() ? ", signed on" : ", not signed on")));
                    notifications.add(new NotificationRow(
                            call.alertId(), account, call.rung(), person.duties().stream().sorted().findFirst().orElseThrow(), now));
                });
                unseen |= named.isEmpty() || !staff.hasLiveSession(Set.of(account));
            }
            if (call.duties().isEmpty()) {
                continue;
            }
            var people = reached.computeIfAbsent(
                    new Post(call.duties(), call.areaId(), call.people().barred()), this::reach);
            if (people.insteadOf() != null) {
                audiences.add(new AudienceRow(call.alertId(), people.insteadOf(), true));
            }
            events.add(new EventRow(call.alertId(), now, AlertEventKind.NOTIFIED, null, null, people.note()));
            people.people()
                    .forEach((account, duty) -> notifications.add(
                            new NotificationRow(call.alertId(), account, call.rung(), duty, now)));
        }
        history.addAudiences(audiences);
        history.addEvents(events);
        history.addNotifications(notifications);
        if (unseen || reached.values().stream().anyMatch(people -> !people.seen())) {
            history.askForMail("someone-needed:" + now.getEpochSecond() / MAIL_WINDOW.toSeconds(), now);
        }
    }

    /** Calls one person, whatever their duty. */
    void callPerson(long alertId, String rung, long accountId, Duty duty, Instant now) {
        history.addNotifications(List.of(new NotificationRow(alertId, accountId, rung, duty, now)));
    }

    private Reached reach(Post post) {
        var duties = EnumSet.copyOf(post.duties());
        var people = signedOn(duties, post);
        if (!people.isEmpty()) {
            return reached(people, null, words(duties, people));
        }
        var nobody = "Nobody is signed on as " + names(duties);
        for (var next : CallRoute.afterAll(duties)) {
            var others = signedOn(Set.of(next), post);
            if (!others.isEmpty()) {
                return reached(others, next, nobody + ", so called " + words(Set.of(next), others));
            }
        }
        return new Reached(Map.of(), null, nobody + " or above: nobody could be called", false);
    }

    private Reached reached(Map<Long, Duty> people, @Nullable Duty insteadOf, String note) {
        return new Reached(people, insteadOf, note, staff.hasLiveSession(people.keySet()));
    }

    private Map<Long, Duty> signedOn(Set<Duty> duties, Post post) {
        var people = new LinkedHashMap<Long, Duty>();
        for (var duty : duties) {
            staff.signedOn(duty, post.areaId()).stream()
                    .map(OnDuty::accountId)
                    .filter(id -> !post.barred().contains(id))
                    .forEach(id -> people.putIfAbsent(id, duty));
        }
        return people;
    }

    private static String words(Set<Duty> duties, Map<Long, Duty> people) {
        return names(duties) + " (" + people.size() + " signed on)";
    }

    private static String names(Set<Duty> duties) {
        return duties.stream().map(Duty::label).collect(Collectors.joining(" and "));
    }
}
