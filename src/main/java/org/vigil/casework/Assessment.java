package org.vigil.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.RiskGrade;
import org.vigil.incident.RiskTool;

/**
 * An assessment of risk as it was made.
 *
 * @param id 0 while it is not stored
 * @param tool null where its source gave a grade without the form
 * @param atSaid whether somebody said when it was made; otherwise it is when the console was told
 * @param reviewOn the day by which the assessor wants it looked at again
 */
public record Assessment(
        long id,
        @Nullable RiskTool tool,
        @Nullable String version,
        RiskGrade grade,
        Instant at,
        boolean atSaid,
        @Nullable String assessor,
        @Nullable LocalDate reviewOn,
        @Nullable String note,
        boolean byHand,
        Instant recordedAt,
        String recordedBy) {

    /** "High on DASH 2009": a grade is never told without its form. */
    public String words() {
        return grade.label()
                + (tool == null ? ", form not given" : " on " + tool.label() + (version == null ? "" : " " + version));
    }

    /** Whether it says the same, apart from when it was made and who told it. */
    public boolean saysTheSameAs(Assessment other) {
        return tool == other.tool
                && grade == other.grade
                && Objects.equals(version, other.version)
                && Objects.equals(assessor, other.assessor)
                && Objects.equals(reviewOn, other.reviewOn);
    }

    Assessment withoutNote() {
        return new Assessment(
                id, tool, version, grade, at, atSaid, assessor, reviewOn, null, byHand, recordedAt, recordedBy);
    }
}
