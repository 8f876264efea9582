package org.vigil.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigil.casework.CaseFixture.aCase;
import static org.vigil.custody.EventFixture.anEvent;
import static org.vigil.incident.CallFixture.aCall;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigil.alert.AlertRow;
import org.vigil.alert.AlertService;
import org.vigil.casework.CaseIntake;
import org.vigil.casework.SuspectStatus;
import org.vigil.custody.CustodyEventKind;
import org.vigil.custody.CustodyIntake;
import org.vigil.deadline.DeadlineFilter;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.deadline.DeadlineView;
import org.vigil.incident.CallFilter;
import org.vigil.incident.CallFixture;
import org.vigil.incident.GradeStep;
import org.vigil.incident.Ground;
import org.vigil.incident.Identifier;
import org.vigil.incident.IdentifierScheme;
import org.vigil.incident.IncidentIntake;
import org.vigil.incident.IncidentService;
import org.vigil.incident.Party;
import org.vigil.incident.PartyAddress;
import org.vigil.incident.PartyRole;
import org.vigil.incident.jobs.PeopleOfCalls;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.data.PersonReads;
import org.vigil.person.jobs.PeopleOfParties;
import org.vigil.security.Account;
import org.vigil.security.AreaService;
import org.vigil.security.DutyStateService;
import org.vigil.security.OnDuty;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.ItemStatus;
import org.vigil.testkit.Databases;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.Staff;
import org.vigil.testkit.VigilTest;
import org.vigil.testkit.Web;

/**
 * An outsider with nearly every duty walks every screen and every call of the API, and finds nothing of what is closed to
 * them. The same walk before the records were closed finds all of it, so it can see what it looks for.
 */
@VigilTest
@SignedIn({Duty.SUPERVISOR, Duty.CALLS, Duty.LEADER, Duty.DVDS, Duty.MARAC, Duty.ADMIN, Duty.AUDITOR})
class OutsiderWalkTest extends SpringBrowserlessTest {

    private static final Set<String> NOT_OF_RECORDS = Set.of("login", "wall");

    @LocalServerPort
    private int port;

    @Autowired
    private IncidentIntake calls;

    @Autowired
    private PeopleOfCalls peopleOfCalls;

    @Autowired
    private PeopleOfParties peopleOfParties;

    @Autowired
    private CaseIntake cases;

    @Autowired
    private CustodyIntake custody;

    @Autowired
    private PersonEdits edits;

    @Autowired
    private PersonFlags flags;

    @Autowired
    private PersonAccess access;

    @Autowired
    private OwnRecord ownRecord;

    @Autowired
    private PersonPages pages;

    @Autowired
    private IncidentService incidents;

    @Autowired
    private AlertService alerts;

    @Autowired
    private DeadlineQueries deadlines;

    @Autowired
    private PersonReads reads;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private AreaService areas;

    @Autowired
    private CurrentViewer viewers;

    @Autowired
    private Databases databases;

    @Autowired
    private DutyStateService duties;

    @Autowired
    private Staff staff;

    @Autowired
    private Clock clock;

    private final String run = SomePerson.letters();
    private final Map<String, String> marks = new HashMap<>();
    private final String digits = Long.toString(ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L));
    private final Map<Long, String> callOf = new LinkedHashMap<>();
    private final Map<Long, String> caseOf = new LinkedHashMap<>();
    private Account owner;
    private Account outsider;
    private long restricted;
    private long sealed;
    private long sheltered;
    private long suspect;
    private long flag;
    private long marker;

    /** What everything of one of them begins with: alike, two would be taken for one where their birthdays fall near. */
    private String mark(String of) {
        return marks.computeIfAbsent(of, each -> SomePerson.letters() + each);
    }

    /** What only those who may see the records may read: of the restricted, of the sealed, and the protected place. */
    private List<String> secrets(String of) {
        return List.of(mark(of) + "given", mark(of) + "family", mark(of) + "street", mark(of) + "alias", mark(of) + "words",
                mark(of) + "why", mark(of) + "marker", mark(of) + "flag", mark(of) + "note", mark(of) + "held");
    }

    private List<String> places() {
        return List.of(run + "refugehouse");
    }

    @BeforeEach
    void a_restricted_victim_a_sealed_suspect_and_a_protected_address() {
        owner = staff.someone(Duty.SUPERVISOR, Duty.CALLS);
        staff.as(owner, duties::signOn);
        outsider = staff.account(
                "walk-outsider", Duty.SUPERVISOR, Duty.CALLS, Duty.LEADER, Duty.DVDS, Duty.MARAC, Duty.ADMIN, Duty.AUDITOR,
                Duty.ANALYST);
        var ground = Ground.anew(areas, staff);
        var he = new Party(PartyRole.OTHER, run + "open", run + "hale", SomePerson.day(), "M", null, null, List.of());
        restricted = inCall("restr", ground, PartyRole.VICTIM, he, 1);
        sealed = inCall("sealx", ground, PartyRole.SUSPECT, he, 2);
        sheltered = inCall("shelt", ground, PartyRole.VICTIM, he, 3);
        suspect = personOf(callOf.keySet().iterator().next(), 1);
        staff.as(owner, () -> {
            tell("restr", restricted);
            tell("sealx", sealed);
            marker = Long.parseLong(value("SELECT MAX(id) FROM person_marker WHERE person_id = " + restricted));
            flag = Long.parseLong(value("SELECT MAX(id) FROM person_flag WHERE person_id = " + restricted));
        });
    }

    private long inCall(String of, Ground ground, PartyRole role, Party other, int number) {
        var now = clock.instant();
        var reference = "W" + number + run;
        var place = of.equals("shelt") ? "4 " + run + "refugehouse" : "9 " + mark(of) + "street" + " Close";
        var party = new Party(
                role, mark(of) + "given", mark(of) + "family", LocalDate.of(1930 + 25 * number, 1, 1), "F",
                "07" + number + digits, new PartyAddress(place, null), List.of(new Identifier(IdentifierScheme.LOCAL, of + digits)));
        send(aCall(reference).inArea(ground.code()).flagged().graded("IMMEDIATE").receivedAt(now.minus(Duration.ofHours(2)))
                .changedAt(now.minus(Duration.ofMinutes(90))).at(place, null, null).with(party).with(other));
        send(aCall(reference).inArea(ground.code()).flagged().graded("PRIORITY").receivedAt(now.minus(Duration.ofHours(2)))
                .changedAt(now.minus(Duration.ofMinutes(80)))
                .step(new GradeStep("IMMEDIATE", true, now.minus(Duration.ofHours(2)), null, null, null))
                .step(new GradeStep("PRIORITY", null, now.minus(Duration.ofMinutes(85)), "CT 7", mark(of) + "why", "Insp"))
                .at(place, null, null).describedAs(mark(of) + "words" + " at the door").with(party).with(other));
        peopleOfCalls.run(now);
        var call = Long.parseLong(value("SELECT id FROM incident WHERE reference = '" + reference + "'"));
        callOf.put(call, reference);
        inCase(of, ground, role, named(party), named(other), number);
        return personOf(call, 0);
    }

    /** The same people in a case, and whoever is a suspect in custody: each module shows them in its own way. */
    private void inCase(String of, Ground ground, PartyRole role, NamedPerson party, NamedPerson other, int number) {
        var now = clock.instant();
        var isSuspect = role == PartyRole.SUSPECT;
        var reference = "WC" + number + run;
        var file = aCase(reference).titled(mark(of) + "words" + " at home").reportedAt(now.minus(Duration.ofHours(2)))
                .inArea(ground.code())
                .of(isSuspect ? other : party)
                .against(isSuspect ? party : other, SuspectStatus.OUTSTANDING, now.minus(Duration.ofHours(2)))
                .message();
        var feed = staff.account("test-feed", Duty.FEED);
        assertThat(staff.as(feed, () -> cases.takeInAll(List.of(file)))).allMatch(each -> each.status() == ItemStatus.CREATED);
        var arrest = anEvent("WD" + number + run, CustodyEventKind.ARRESTED, now.minus(Duration.ofHours(1)))
                .of(isSuspect ? party : other).inArea(ground.code()).accusedOf(mark(of) + "words").message();
        var bail = anEvent("WD" + number + run, CustodyEventKind.RELEASED_BAIL, now.minus(Duration.ofMinutes(30)))
                .on("Not to ask for " + mark(of) + "why").message();
        assertThat(staff.as(feed, () -> custody.takeInAll(isSuspect ? List.of(arrest, bail) : List.of())))
                .noneMatch(each -> each.status() == ItemStatus.REJECTED);
        peopleOfParties.run(now);
        caseOf.put(Long.parseLong(value("SELECT id FROM case_file WHERE reference = '" + reference + "'")), reference);
    }

    private static NamedPerson named(Party party) {
        var home = party.address();
        return new NamedPerson(
                party.givenName(), party.familyName(), party.dateOfBirth(), party.sex(), party.phone(),
                home == null ? null : new NamedAddress(home.line(), home.postcode()),
                party.identifiers().stream()
                        .map(id -> new NamedIdentifier(org.vigil.person.IdentifierScheme.valueOf(id.scheme().name()), id.value()))
                        .toList());
    }

    private void send(CallFixture call) {
        var taken = staff.as(staff.account("test-feed", Duty.FEED), () -> calls.takeInAll(List.of(call.message())));
        assertThat(taken).allMatch(each -> each.status() == ItemStatus.CREATED || each.status() == ItemStatus.UPDATED);
    }

    private void tell(String of, long person) {
        var today = LocalDate.now(clock);
        edits.add(person, version(person), new PersonPart.Name(NameKind.ALIAS, mark(of) + "alias", null));
        flags.mark(person, version(person), new NewMarker(
                MarkerType.WEAPONS, "Seen with one, " + mark(of) + "marker", today, today.plusMonths(6)));
        flags.ask(person, version(person), new NewFlag(
                FlagSystem.PNC, mark(of) + "flag", "So that whoever stops him knows of it"));
        edits.relate(person, version(person), new NewRelationship(
                suspect, RelationshipKind.FORMER_PARTNER, null, null, mark(of) + "note"));
        edits.external(person, version(person), new NewExternalRecord(
                ExternalKind.INTELLIGENCE, "PND", null, today.minusYears(1), mark(of) + "held"));
    }

    @Test
    void finds_nothing_of_what_is_closed_and_before_that_all_of_it() {
        var before = walk();
        for (var secret : Stream.concat(secrets("restr").stream(), secrets("sealx").stream()).toList()) {
            assertThat(found(before, secret)).as("the walk sees " + secret).isNotEmpty();
        }
        assertThat(found(before, places().getFirst())).isNotEmpty();

        staff.as(owner, () -> {
            access.limit(restricted, version(restricted), new Limits(Restriction.RESTRICTED, "A refuge", null, owner.id()));
            access.limit(sealed, version(sealed), new Limits(Restriction.SEALED, "Works for us", null, owner.id()));
            edits.add(sheltered, version(sheltered), new PersonPart.Address("4 " + run + "refugehouse", null, null, null, true));
        });

        var after = walk();
        for (var secret : Stream.of(secrets("restr"), secrets("sealx"), places()).flatMap(List::stream).toList()) {
            assertThat(found(after, secret)).as("where an outsider reads " + secret).isEmpty();
        }
        assertThat(after.get("people/" + sealed)).contains("nothing here");
        assertThat(after.get("people/" + restricted)).contains("restricted: ask", owner.displayName().toLowerCase(Locale.UK));
        assertThat(after.get("GET /api/v1/people/" + sealed)).startsWith("404");
    }

    @Test
    void is_shown_no_call_no_alert_and_no_clock_that_names_themselves() {
        var call = callOf.keySet().iterator().next();
        var reference = callOf.get(call);
        var seen = staff.as(outsider, () -> incidents.page(call, false));
        assertThat(seen).isPresent();
        var alert = aboutCall(call).getFirst();
        var boss = staff.someone(Duty.SUPERVISOR);
        staff.as(outsider, duties::signOn);
        assertThat(assignable(boss, alert)).contains(outsider.id());
        assertThat(clocksOf(reference)).isNotEmpty();

        staff.as(staff.someone(Duty.LEADER), () -> ownRecord.say(outsider.id(), suspect));

        assertThat(staff.as(outsider, () -> incidents.page(call, false))).isEmpty();
        assertThat(staff.as(outsider, () -> incidents.list(CallFilter.today(), null, 200, false)).page().items())
                .noneMatch(row -> row.id() == call);
        assertThat(aboutCall(call)).isEmpty();
        assertThat(assignable(boss, alert)).doesNotContain(outsider.id());
        assertThatThrownBy(() -> staff.as(outsider, () -> alerts.acknowledge(alert.id(), alert.version())))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(clocksOf(reference)).isEmpty();
        assertThat(staff.as(outsider, () -> pages.open(suspect, true))).isEmpty();
        staff.as(outsider, duties::signOff);
    }

    private List<AlertRow> aboutCall(long call) {
        return staff.as(outsider, () -> alerts.about(SubjectType.INCIDENT, List.of(call)));
    }

    private List<Long> assignable(Account by, AlertRow alert) {
        return staff.as(by, () -> alerts.assignable(alert.id())).stream().map(OnDuty::accountId).toList();
    }

    private List<DeadlineView> clocksOf(String reference) {
        var filter = DeadlineFilter.ALL.about(SubjectType.INCIDENT, null, reference);
        return staff.as(outsider, () -> deadlines.list(filter, viewers.get(), clock.instant(), null, 10).items());
    }

    /** Everything that an outsider is shown, by where, in small letters. */
    private Map<String, String> walk() {
        var shown = new LinkedHashMap<String, String>();
        for (var path : screens()) {
            UI.getCurrent().navigate(path);
            shown.put(path, SentWords.ofScreen().toLowerCase(Locale.UK));
        }
        var web = new Web(port);
        for (var path : apiCalls()) {
            var answer = web.get(path, "Authorization", Web.basic(outsider.username(), Staff.PASSWORD));
            assertThat(answer.statusCode()).as(path).isLessThan(500);
            shown.put("GET " + path, answer.statusCode() + " " + answer.body().toLowerCase(Locale.UK));
        }
        return shown;
    }

    private static Set<String> found(Map<String, String> shown, String secret) {
        return shown.entrySet().stream()
                // What was asked for is said back to whoever asked.
                .filter(each -> each.getValue().replace("“" + secret + "”", "").contains(secret.toLowerCase(Locale.UK)))
                .map(Map.Entry::getKey)
                .filter(path -> !path.contains("q=" + secret))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> screens() {
        var paths = new ArrayList<String>();
        RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .map(RouteData::getTemplate)
                .filter(template -> !NOT_OF_RECORDS.contains(template))
                .sorted()
                .forEach(template -> paths.addAll(filled(template)));
        return paths;
    }

    private List<String> filled(String template) {
        if (!template.contains(":")) {
            return List.of(template);
        }
        var path = template.substring(0, template.indexOf(':'));
        if (template.contains(":___url_parameter")) {
            return List.of(path.substring(0, path.length() - 1));
        }
        var ids = switch (path) {
            case "calls/" -> List.copyOf(callOf.keySet());
            case "cases/key/" -> List.copyOf(caseOf.keySet());
            case "cases/updates/" -> keys("SELECT u.id FROM victim_update u JOIN case_file f ON f.id = u.case_id"
                    + " WHERE f.reference LIKE 'WC%" + run + "'");
            case "custody/" -> keys("SELECT id FROM custody_record WHERE reference LIKE 'WD%" + run + "'");
            case "people/flags/" -> List.of(flag);
            case "people/markers/" -> List.of(marker);
            case "people/" -> List.of(restricted, sealed, sheltered, suspect);
            default -> throw new AssertionError("Say what the walk opens at " + template);
        };
        return ids.stream().map(id -> template.replaceAll(":id(\\(.*\\))?", Long.toString(id))).toList();
    }

    private List<String> apiCalls() {
        var paths = new ArrayList<String>();
        mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/v1/"))
                .sorted()
                .forEach(pattern -> paths.addAll(asked(pattern)));
        return paths;
    }

    private List<String> asked(String pattern) {
        return switch (pattern) {
            case "/api/v1/people" -> Stream.of(secrets("restr"), secrets("sealx"), places(), List.of("W1" + run, "W2" + run,
                            "071" + digits, "072" + digits, "073" + digits, run + "open"))
                    .flatMap(List::stream)
                    .map(q -> pattern + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                    .toList();
            case "/api/v1/cases/{*reference}" ->
                caseOf.values().stream().map(reference -> "/api/v1/cases/" + reference).toList();
            case "/api/v1/people/{id}" -> Stream.of(restricted, sealed, sheltered, suspect)
                    .map(id -> "/api/v1/people/" + id)
                    .toList();
            case "/api/v1/alerts" -> List.of(pattern + "?limit=500&since=" + Instant.now().minus(Duration.ofMinutes(10)));
            default -> {
                assertThat(pattern).as("say how the walk asks for this").doesNotContain("{");
                yield List.of(pattern);
            }
        };
    }

    private long personOf(long call, int place) {
        return Long.parseLong(value("SELECT COALESCE(p.survivor_id, p.id) FROM person_link l JOIN person p ON p.id = l.person_id"
                + " WHERE l.subject_type = 'INCIDENT' AND l.place = " + place + " AND l.subject_id = " + call));
    }

    private int version(long person) {
        return reads.inFull(Viewer.engine(), person, clock.instant()).orElseThrow().version();
    }

    private List<Long> keys(String query) {
        var found = new ArrayList<Long>();
        try (var connection = databases.asOwner(); var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        } catch (java.sql.SQLException problem) {
            throw new AssertionError(problem);
        }
        assertThat(found).as(query).isNotEmpty();
        return found;
    }

    private String value(String query) {
        try (var connection = databases.asOwner(); var rows = connection.createStatement().executeQuery(query)) {
            assertThat(rows.next()).as(query).isTrue();
            return rows.getString(1);
        } catch (java.sql.SQLException problem) {
            throw new AssertionError(problem);
        }
    }
}
