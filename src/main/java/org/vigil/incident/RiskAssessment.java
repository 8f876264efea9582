package org.vigil.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The risk assessment that came with a call. */
public record RiskAssessment(
        @Nullable RiskTool tool, @Nullable String version, @Nullable RiskGrade grade, @Nullable Instant at) {}
