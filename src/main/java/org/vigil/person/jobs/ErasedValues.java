package org.vigil.person.jobs;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigil.audit.LoggedValues;
import org.vigil.db.Transactions;
import org.vigil.person.Certificate;
import org.vigil.person.data.CertificateStore;
import org.vigil.shared.jobs.JobCounts;

/**
 * Has the audit log's values about erased people erased. What is not done is found again by the next run; what was done
 * twice erases nothing twice.
 */
@Component
public class ErasedValues {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedValues.class);

    private final CertificateStore certificates;
    private final LoggedValues values;
    private final Transactions transactions;

    ErasedValues(CertificateStore certificates, LoggedValues values, Transactions transactions) {
        this.certificates = certificates;
        this.values = values;
        this.transactions = transactions;
    }

    /** Works through all certificates after which the log still holds values. */
    public JobCounts run(Instant now) {
        var examined = 0;
        var failed = 0;
        for (var certificate : certificates.withValuesLeft()) {
            examined++;
            try {
                var entries = erase(certificate);
                transactions.run(() -> certificates.logErased(certificate.id(), entries, now));
            } catch (RuntimeException problem) {
                failed++;
                LOG.error("The log's values of certificate {} could not be erased; it is tried again",
                        certificate.number(), problem);
            }
        }
        return new JobCounts(examined, 0, failed);
    }

    private int erase(Certificate certificate) {
        var entries = 0;
        for (var logged : certificates.logged(certificate.id())) {
            entries += values.erase(
                    logged.record(),
                    logged.field().isEmpty() ? null : logged.field(),
                    "Certificate " + certificate.number(),
                    certificate.by());
        }
        return entries;
    }
}
