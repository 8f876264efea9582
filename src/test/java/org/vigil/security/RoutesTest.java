package org.vigil.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.vigil.shared.Duty;

class RoutesTest {

    /** Everyone who works on cases in the open. */
    private static final Set<Duty> OPERATIONAL = EnumSet.of(
            Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.DECIDER, Duty.CALLS, Duty.CUSTODY,
            Duty.MARAC, Duty.COURT, Duty.LEADER);

    private static final Set<Duty> CALL_HANDLING =
            EnumSet.of(Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.CALLS, Duty.LEADER);
    private static final Set<Duty> WITH_CLOCKS = with(OPERATIONAL, Duty.AUTHOR, Duty.COMMISSIONER, Duty.ADMIN);

    private static final Set<Duty> CASES = EnumSet.of(
            Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.CUSTODY, Duty.LEADER, Duty.DVDS, Duty.MARAC);
    private static final Set<Duty> IN_CUSTODY = with(CALL_HANDLING, Duty.CUSTODY);
    private static final Set<Duty> VICTIMS =
            EnumSet.of(Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.CUSTODY, Duty.LEADER);

    /** Every route for people who are signed in, and the duties that open it; a new screen adds its line here. */
    private static final Map<String, Set<Duty>> OPEN_TO = Map.ofEntries(
            Map.entry("", OPERATIONAL),
            Map.entry("alerts", WITH_CLOCKS),
            Map.entry("search", with(OPERATIONAL, Duty.AUTHOR, Duty.COMMISSIONER)),
            Map.entry("calls", CALL_HANDLING),
            Map.entry("calls/:id([0-9]{1,18})", CALL_HANDLING),
            Map.entry("people/:id([0-9]{1,18})", with(OPERATIONAL, Duty.AUTHOR, Duty.COMMISSIONER)),
            Map.entry("people/new", EnumSet.of(Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.CALLS,
                    Duty.CUSTODY, Duty.MARAC, Duty.COURT)),
            Map.entry("people/flags/:id([0-9]{1,18})", OPERATIONAL),
            Map.entry("people/markers/:id([0-9]{1,18})", OPERATIONAL),
            Map.entry("people/duplicates", EnumSet.of(Duty.SUPERVISOR, Duty.SPECIALIST, Duty.DVDS, Duty.MARAC)),
            Map.entry("people/retention", EnumSet.of(Duty.SUPERVISOR)),
            Map.entry("cases", CASES),
            Map.entry("cases/key/:id([0-9]{1,18})", CASES),
            Map.entry("cases/new", EnumSet.of(Duty.SUPERVISOR, Duty.SPECIALIST)),
            Map.entry("custody", IN_CUSTODY),
            Map.entry("custody/:id([0-9]{1,18})", IN_CUSTODY),
            Map.entry("victims", VICTIMS),
            Map.entry("cases/key/:id([0-9]{1,18})/victim", VICTIMS),
            Map.entry("cases/updates/:id([0-9]{1,18})", VICTIMS),
            Map.entry("deadlines", WITH_CLOCKS),
            Map.entry("audit", EnumSet.of(Duty.AUDITOR)),
            Map.entry("admin/accounts", EnumSet.of(Duty.ADMIN)),
            Map.entry("admin/areas", EnumSet.of(Duty.ADMIN)),
            Map.entry("admin/displays", EnumSet.of(Duty.ADMIN)),
            Map.entry("admin/grades", EnumSet.of(Duty.ADMIN)));

    private static final List<Class<? extends Annotation>> GATES =
            List.of(RolesAllowed.class, PermitAll.class, AnonymousAllowed.class, DenyAll.class);

    @Test
    void every_route_says_exactly_once_who_may_open_it() {
        var unclear = screens().stream()
                .filter(screen -> GATES.stream().filter(screen::isAnnotationPresent).count() != 1)
                .map(Class::getSimpleName)
                .toList();

        assertThat(screens()).hasSizeGreaterThan(4);
        assertThat(unclear).isEmpty();
    }

    @Test
    void only_the_sign_in_page_and_wall_screens_are_open_to_anybody() {
        assertThat(screens().stream()
                        .filter(screen -> screen.isAnnotationPresent(AnonymousAllowed.class))
                        .map(screen -> screen.getAnnotation(Route.class).value()))
                .isSubsetOf("login", "wall");
    }

    @Test
    void each_role_that_a_route_names_is_a_duty() {
        var known = Arrays.stream(Duty.values()).map(Duty::role).toList();

        assertThat(screens().stream()
                        .filter(screen -> screen.isAnnotationPresent(RolesAllowed.class))
                        .flatMap(screen -> Arrays.stream(screen.getAnnotation(RolesAllowed.class).value())))
                .isSubsetOf(known);
    }

    @Test
    void each_route_is_open_to_the_duties_that_are_written_down_here_and_to_no_other() {
        var found = new TreeMap<String, Set<Duty>>();
        for (var screen : screens()) {
            if (screen.isAnnotationPresent(RolesAllowed.class)) {
                found.computeIfAbsent(screen.getAnnotation(Route.class).value(), same -> EnumSet.noneOf(Duty.class))
                        .addAll(Arrays.stream(screen.getAnnotation(RolesAllowed.class).value())
                                .map(Duty::valueOf)
                                .toList());
            }
        }

        assertThat(found).containsExactlyInAnyOrderEntriesOf(OPEN_TO);
    }

    @Test
    void an_administrator_opens_no_screen_with_cases_and_an_auditor_only_the_log() {
        // Alerts show an administrator what is addressed to administrators, and nothing else.
        assertThat(openTo(Duty.ADMIN)).doesNotContain("", "search", "calls", "calls/:id", "people/retention", "meeting");
        assertThat(openTo(Duty.AUDITOR)).isSubsetOf("audit");
        assertThat(openTo(Duty.FEED)).isEmpty();
    }

    private static Set<Duty> with(Set<Duty> duties, Duty... more) {
        var all = EnumSet.copyOf(duties);
        all.addAll(Arrays.asList(more));
        return all;
    }

    private static List<String> openTo(Duty duty) {
        return screens().stream()
                .filter(screen -> screen.isAnnotationPresent(RolesAllowed.class))
                .filter(screen -> List.of(screen.getAnnotation(RolesAllowed.class).value()).contains(duty.role()))
                .map(screen -> screen.getAnnotation(Route.class).value())
                .toList();
    }

    private static List<Class<?>> screens() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scanner.findCandidateComponents("org.vigil").stream()
                .<Class<?>>map(found -> load(found.getBeanClassName()))
                .filter(screen -> !screen.getName().contains("planted"))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }
}
