package org.vigil.bench;

import java.util.Arrays;
import java.util.List;

/** {@code ./vigil bench [scenario …] [--scale=1000000]}: runs all scenarios, or those that are named. */
public final class Bench {

    private static final int SCALE = 1_000_000;

    private Bench() {}

    /** Ends with 0 when every bar was met, 1 when one was missed, 2 when the command was not understood. */
    public static void main(String[] args) throws Exception {
        var scenarios = List.of(
                new SweepScenario(),
                new AlertLatencyScenario(),
                new IntakeScenario(),
                new MatchingScenario(),
                new SessionScenario(),
                new SearchScenario(),
                new PersonPageScenario(),
                new CasesScenario(),
                new StartScenario());
        var wanted = Arrays.stream(args).filter(arg -> !arg.startsWith("--")).toList();
        var unknown = wanted.stream()
                .filter(name -> scenarios.stream().noneMatch(scenario -> scenario.name().equals(name)))
                .toList();
        if (!unknown.isEmpty()) {
            System.err.println("No such scenario: " + String.join(", ", unknown) + ". There are "
                    + String.join(", ", scenarios.stream().map(Scenario::name).toList()) + ".");
            System.exit(2);
        }
        var scale = Arrays.stream(args)
                .filter(arg -> arg.startsWith("--scale="))
                .map(arg -> Integer.parseInt(arg.substring("--scale=".length())))
                .findFirst()
                .orElse(SCALE);
        var met = true;
        for (var scenario : scenarios) {
            if (wanted.isEmpty() || wanted.contains(scenario.name())) {
                System.out.println("Running " + scenario.name() + " …");
                met &= scenario.run(scale);
            }
        }
        System.exit(met ? 0 : 1);
    }
}
