package org.vigil.person.jobs;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertRaiser;
import org.vigil.db.Transactions;
import org.vigil.person.PeopleOfRecords;
import org.vigil.person.PersonIntake;
import org.vigil.person.data.NamedPartiesDue;
import org.vigil.shared.jobs.JobCounts;

/** Makes people of those whom the records of other modules name. */
@Component
public class PeopleOfParties {

    private final PeopleOfRecords work;

    PeopleOfParties(NamedPartiesDue due, PersonIntake people, AlertRaiser alerts, Transactions transactions) {
        work = new PeopleOfRecords(due, people, alerts, transactions);
    }

    /** Takes what is due, in batches, each in a transaction or, where that fails, record by record; what fails waits. */
    public JobCounts run(Instant now) {
        return work.run(now);
    }
}
