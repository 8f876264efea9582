package org.vigil.person;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person's own row holds.
 *
 * @param policeEmployee works for a police force
 * @param contact how to reach them safely
 */
public record PersonCore(
        boolean policeEmployee,
        Sex sex,
        @Nullable String language,
        @Nullable Boolean interpreterNeeded,
        SafeContact contact,
        @Nullable String description,
        Limits limits,
        Retention retention,
        Instant createdAt) {

    /** How and when somebody may be contacted without danger to them, and how never. */
    public record SafeContact(@Nullable String method, @Nullable String times, @Nullable String never) {}

    /** Who owns a record that is not open to all, and why it is not. */
    public record Limits(
            Restriction restriction,
            @Nullable String reason,
            org.vigil.shared.@Nullable Duty ownerDuty,
            @Nullable Long ownerAccount) {

        public static final Limits NONE = new Limits(Restriction.OPEN, null, null, null);
    }

    /**
     * How long the record is kept, as last worked out.
     *
     * @param chosen whether an officer chose the group
     * @param why why it is in the group, in words
     * @param basis why it is reviewed on that day, in words
     * @param holdReason why the record is kept whatever the review says, or null
     */
    public record Retention(
            int group,
            boolean chosen,
            @Nullable String why,
            @Nullable LocalDate nextReviewOn,
            @Nullable String basis,
            @Nullable LocalDate lastEventOn,
            @Nullable String holdReason) {}
}
