package org.vigil.audit;

/** Told now and then how far a verification is, on the thread that runs it. */
@FunctionalInterface
public interface VerificationProgress {

    void checked(long entries, long ofEntries);

    /** For those who only want the result. */
    static VerificationProgress silent() {
        return (entries, ofEntries) -> {};
    }
}
