package org.vigil.incident.jobs;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertRaiser;
import org.vigil.db.Transactions;
import org.vigil.incident.data.PeopleDue;
import org.vigil.person.PeopleOfRecords;
import org.vigil.person.PersonIntake;
import org.vigil.shared.jobs.JobCounts;

/** Makes people of the parties of calls. */
@Component
public class PeopleOfCalls {

    private final PeopleOfRecords work;

    PeopleOfCalls(PeopleDue due, PersonIntake people, AlertRaiser alerts, Transactions transactions) {
        work = new PeopleOfRecords(due, people, alerts, transactions);
    }

    /** Takes what is due, in batches, each in a transaction or, where that fails, call by call; what fails waits. */
    public JobCounts run(Instant now) {
        return work.run(now);
    }
}
