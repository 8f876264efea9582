package org.vigil.deadline.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.alert.AlertFixture;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.testkit.Databases;
import org.vigil.testkit.VigilTest;

@VigilTest
class CatalogueQueriesTest {

    @Autowired
    private DSLContext sql;

    @Autowired
    private Databases databases;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private AreaService areas;

    @AfterEach
    void the_added_version_goes() {
        var which = " WHERE rule_id IN (SELECT id FROM deadline_rule WHERE created_by = 'torn')";
        fixture().update("DELETE FROM deadline_rule_audience" + which);
        fixture().update("DELETE FROM deadline_rule_rung" + which);
        fixture().update("DELETE FROM deadline_rule WHERE created_by = 'torn'");
    }

    @ParameterizedTest(name = "added after query {0}")
    @ValueSource(ints = {1, 2})
    void a_version_that_is_added_while_the_catalogue_is_read_never_stands_without_its_stages_or_their_people(int query) {
        var queries = new AtomicInteger();
        var configuration = sql.configuration().derive(new DefaultExecuteListenerProvider(new ExecuteListener() {
            @Override
            public void end(ExecuteContext context) {
                if (queries.incrementAndGet() == query) {
                    addVersion();
                }
            }
        }));

        var rules = new CatalogueQueries(DSL.using(configuration)).rules();

        assertThat(queries).hasValue(3);
        assertThat(rules).isNotEmpty().allSatisfy(rule -> assertThat(rule.rungs())
                .isNotEmpty()
                .allSatisfy(stage -> assertThat(stage.audience()).isNotEmpty()));
    }

    @Test
    void a_version_that_stands_is_read_with_its_stages() {
        addVersion();
        assertThat(new CatalogueQueries(sql).rules())
                .filteredOn(rule -> rule.createdBy().equals("torn"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.rungs()).hasSize(4));
    }

    private void addVersion() {
        fixture().update("INSERT INTO deadline_rule (code, title, kind, length, unit, starts_with, met_when, basis, owner_duty,"
                + " pausable, breachable, valid_from, valid_to, created_by, reason) SELECT code, title, kind, length, unit,"
                + " starts_with, met_when, basis, owner_duty, pausable, breachable, '1800-01-01', '1800-01-02', 'torn', 'test'"
                + " FROM deadline_rule WHERE code = 'INFORMATION_REQUEST' ORDER BY id LIMIT 1");
        var added = "(SELECT MAX(id) FROM deadline_rule WHERE created_by = 'torn')";
        var shipped = "(SELECT MIN(id) FROM deadline_rule WHERE code = 'INFORMATION_REQUEST')";
        fixture().update("INSERT INTO deadline_rule_rung (rule_id, position, name, percent, minutes_from_due, severity)"
                + " SELECT " + added + ", position, name, percent, minutes_from_due, severity FROM deadline_rule_rung"
                + " WHERE rule_id = " + shipped);
        fixture().update("INSERT INTO deadline_rule_audience (rule_id, position, duty, notified) SELECT " + added
                + ", position, duty, notified FROM deadline_rule_audience WHERE rule_id = " + shipped);
    }

    private AlertFixture fixture() {
        return new AlertFixture(databases, staff, areas);
    }
}
