package org.vigil.incident.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every grade policy there has been; a call is measured by the one in force when it was received. */
public record GradePolicies(List<GradePolicy> all) {

    public GradePolicies {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there is no grade policy");
        }
        all = all.stream().sorted(Comparator.comparing(GradePolicy::validFrom)).toList();
    }

    /** The policy in force at an instant; before the first one, the first. */
    public GradePolicy at(Instant received) {
        return all.stream().filter(policy -> policy.isInForceAt(received)).findFirst().orElse(all.getFirst());
    }

    /** Every grade that any policy names: what a feed may send. */
    public Set<String> names() {
        return all.stream()
                .flatMap(policy -> policy.grades().stream())
                .map(GradePolicy.Grade::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
