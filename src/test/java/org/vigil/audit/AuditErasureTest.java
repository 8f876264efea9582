package org.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

class AuditErasureTest {

    @Test
    void a_record_is_named_by_its_kind_and_key() {
        assertThat(AuditErasure.record("INCIDENT:4711"))
                .isEqualTo(new SubjectRef(SubjectType.INCIDENT, 4711, "4711"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "4711", "INCIDENT", "INCIDENT:", "INCIDENT:C-1", "CALL:4711", "incident:4711"})
    void anything_else_is_refused_with_an_example(@Nullable String text) {
        assertThatThrownBy(() -> AuditErasure.record(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("as in INCIDENT:4711");
    }
}
