package org.vigil.person.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.vigil.alert.Audience;
import org.vigil.alert.AlertRaiser;
import org.vigil.alert.RaiseAlert;
import org.vigil.db.Transactions;
import org.vigil.person.Person;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.Restriction;
import org.vigil.person.data.PersonReads;
import org.vigil.shared.Viewer;

/** Tells the owner of a sealed record that a search would have found it; whoever searched learns nothing. */
@Component
class SealedSought {

    private static final String KIND = "PERSON_SEALED_SOUGHT";

    private final PersonReads reads;
    private final AlertRaiser alerts;
    private final Transactions transactions;

    SealedSought(PersonReads reads, AlertRaiser alerts, Transactions transactions) {
        this.reads = reads;
        this.alerts = alerts;
        this.transactions = transactions;
    }

    /** @param hidden people who were found and whom the viewer must not know of, for whatever reason */
    void tell(Collection<Long> hidden, Viewer viewer, Instant now) {
        for (var person : hidden) {
            reads.limits(person)
                    .filter(limits -> limits.restriction() == Restriction.SEALED)
                    .ifPresent(limits -> transactions.run(() -> alerts.raise(List.of(alert(person, limits, viewer, now)), now)));
        }
    }

    private RaiseAlert alert(long person, Limits limits, Viewer viewer, Instant now) {
        var subject = Person.subject(person);
        var key = KIND + ":" + person + ":" + viewer.username();
        var shipped = alerts.byPolicy(
                KIND, subject, key.substring(0, Math.min(120, key.length())), "Searched by " + viewer.displayName(), null, now);
        var owner = limits.ownerDuty();
        return owner == null
                ? shipped
                : new RaiseAlert(
                        shipped.kind(),
                        shipped.dedupKey(),
                        shipped.severity(),
                        shipped.subject(),
                        shipped.title(),
                        shipped.detail(),
                        shipped.areaId(),
                        shipped.dueAt(),
                        List.of(new Audience(owner, true)),
                        shipped.rung(),
                        shipped.staleAfterMinutes(),
                        shipped.escalateAfterMinutes(),
                        shipped.escalateTo());
    }
}
