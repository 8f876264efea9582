package org.vigil.audit.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.alert.AlertFixture;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.testkit.Databases;
import org.vigil.testkit.VigilTest;

@VigilTest
class AuditIndexTest {

    @Autowired
    private Databases databases;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private AreaService areas;

    @ParameterizedTest
    @CsvSource({
        "audit_entry_kind, subject_type = 'ALERT'",
        "audit_entry_user, username = 'd.hale'",
        "audit_entry_action, action = 'REFUSED'",
        "audit_entry_reference, subject_reference = 'CAD-1'"
    })
    void each_filter_of_the_log_alone_has_an_index_in_the_order_of_time(String index, String filter) {
        var plan = new AlertFixture(databases, staff, areas)
                .values("EXPLAIN FORMAT=JSON SELECT id FROM audit_entry WHERE " + filter
                        + " AND at < UTC_TIMESTAMP(6) ORDER BY at DESC, id DESC LIMIT 51");
        assertThat(plan.getFirst()).contains("\"" + index + "\"");
    }
}
