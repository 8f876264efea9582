package org.vigil.person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.vigil.shared.SubjectRef;

/** Records of other modules whose people were not taken from their present version. */
public interface RecordsDue {

    /** So often a record is tried again soon: most of what fails was a passing trouble of the database. */
    int SOON = 3;

    /**
     * A record with its parties, its row locked.
     *
     * @param key by which this source knows it
     * @param attempts how often its people could not be taken
     */
    record DueRecord(long key, SubjectRef subject, int version, int attempts, List<PersonParty> parties) {

        public DueRecord {
            parties = List.copyOf(parties);
        }
    }

    /**
     * The next keys below one, the newest first, without locks: whoever is named this minute does not wait for years of
     * history. Those that failed wait until they are tried again.
     */
    List<Long> next(long before, int limit, Instant now);

    /** Those of these that are still due and that nobody else holds, locked until the transaction ends. */
    List<DueRecord> lock(Collection<Long> keys);

    /** What a key stands for, for those who see nothing of its content. */
    SubjectRef subject(long key);

    /** Notes that the people of a record could not be taken; answers how often that failed by now. */
    int failed(long key, Instant now);

    /** Notes that the people of these versions are taken. */
    void done(List<DueRecord> records, Instant now);
}
