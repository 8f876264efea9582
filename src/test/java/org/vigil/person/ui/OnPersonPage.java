package org.vigil.person.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.Transactions;
import org.vigil.incident.IncidentIntake;
import org.vigil.incident.jobs.PeopleOfCalls;
import org.vigil.person.MarkerType;
import org.vigil.person.NewMarker;
import org.vigil.person.Person;
import org.vigil.person.PersonAccess;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.PersonEdits;
import org.vigil.person.PersonFlags;
import org.vigil.person.PersonIntake;
import org.vigil.person.PersonMatches;
import org.vigil.person.PersonPages;
import org.vigil.person.Restriction;
import org.vigil.person.SomePerson;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.PersonReads;
import org.vigil.security.AreaService;
import org.vigil.shared.Duty;
import org.vigil.shared.Viewer;
import org.vigil.shared.ui.RowList;
import org.vigil.testkit.Databases;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

/** Drives the page of a person as a browser would. */
@VigilTest
@SignedIn(Duty.SUPERVISOR)
abstract class OnPersonPage extends SpringBrowserlessTest {

    static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
    static final String WHY = "She is at the front desk and asks for help now.";

    @Autowired
    protected IncidentIntake calls;

    @Autowired
    protected PeopleOfCalls peopleOfCalls;

    @Autowired
    protected PersonIntake intake;

    @Autowired
    protected PersonEdits edits;

    @Autowired
    protected PersonFlags flags;

    @Autowired
    protected PersonMatches matches;

    @Autowired
    protected PersonAccess access;

    @Autowired
    protected PersonPages pages;

    @Autowired
    protected PersonReads reads;

    @Autowired
    protected LinkStore links;

    @Autowired
    protected Transactions transactions;

    @Autowired
    protected Databases databases;

    @Autowired
    protected Staff staff;

    @Autowired
    protected AreaService areas;

    @Autowired
    protected TestClock clock;

    final String run = SomePerson.letters();
    Folk folk;

    @BeforeEach
    void noon() {
        clock.pin(NOON);
        folk = new Folk(calls, intake, links, transactions, databases, staff, areas);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    org.vigil.security.@org.jspecify.annotations.Nullable Account owner;

    long limited(Restriction restriction) {
        owner = staff.someone(Duty.SUPERVISOR);
        var id = staff.as(owner, () -> edits.create(SomePerson.anew().details()));
        staff.as(owner, () -> access.limit(id, version(id), new Limits(restriction, "A refuge", null, owner.id())));
        return id;
    }

    long someone() {
        return edits.create(SomePerson.anew().born(SomePerson.day().toString()).details());
    }

    int version(long id) {
        return person(id).version();
    }

    Person person(long id) {
        return reads.inFull(Viewer.engine(), reads.survivorOf(id).orElseThrow(), NOON).orElseThrow();
    }

    static NewMarker marker(MarkerType type, String reason) {
        return new NewMarker(type, reason, LocalDate.of(2026, 3, 3), LocalDate.of(2026, 9, 3));
    }

    void open(long id, String... filter) {
        var query = new java.util.HashMap<String, String>();
        for (var place = 0; place < filter.length; place += 2) {
            query.put(filter[place], filter[place + 1]);
        }
        UI.getCurrent().navigate("people/" + id, QueryParameters.simple(Map.copyOf(query)));
    }

    void click(String button) {
        test($(Button.class).withText(button).single()).click();
    }

    TextField field(String label) {
        return $(TextField.class).withPropertyValue(TextField::getLabel, label).single();
    }

    void act(String list, String row, String action) {
        var rows = list(list);
        ComponentUtil.fireEvent(rows, new RowList.ActionEvent(rows, true, row, action));
    }

    RowList list(String label) {
        return $(RowList.class).all().stream()
                .filter(each -> label.equals(each.getElement().getProperty("label")))
                .findFirst()
                .orElseThrow();
    }

    String history() {
        return json("Chronology, latest first");
    }

    com.vaadin.flow.component.textfield.TextArea area(String label) {
        return $(com.vaadin.flow.component.textfield.TextArea.class)
                .withPropertyValue(com.vaadin.flow.component.textfield.TextArea::getLabel, label)
                .single();
    }

    String json(String list) {
        return String.valueOf(list(list).getElement().getProperty("rowsJson"));
    }

    String text() {
        return $(PersonView.class).single().getElement().getTextRecursively();
    }

    String everything() {
        return text() + $(RowList.class).all().stream()
                .map(each -> each.getElement().getProperty("rowsJson"))
                .toList();
    }

    String entries(long id, String action) {
        return folk.value("SELECT COUNT(*) FROM audit_entry WHERE subject_type = 'PERSON' AND subject_id = " + id
                + " AND action = '" + action + "'");
    }
}
