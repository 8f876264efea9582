package org.vigil.alert;

import java.util.HashSet;
import java.util.Set;

/**
 * People whom an alert names by account.
 *
 * @param called who is called, and sees it, whatever their duties and areas
 * @param barred who never sees it and is never called, since it is about them
 */
public record NamedPeople(Set<Long> called, Set<Long> barred) {

    public static final NamedPeople NONE = new NamedPeople(Set.of(), Set.of());

    public NamedPeople {
        barred = Set.copyOf(barred);
        var others = new HashSet<>(called);
        others.removeAll(barred);
        called = Set.copyOf(others);
    }

    /** Both together; who is barred by one is barred. */
    NamedPeople plus(NamedPeople more) {
        var all = new HashSet<>(called);
        all.addAll(more.called);
        var none = new HashSet<>(barred);
        none.addAll(more.barred);
        return new NamedPeople(all, none);
    }

    /** The same with nobody called by name. */
    NamedPeople onlyBarred() {
        return new NamedPeople(Set.of(), barred);
    }
}
