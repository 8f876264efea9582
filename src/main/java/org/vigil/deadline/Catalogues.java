package org.vigil.deadline;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.deadline.data.CatalogueQueries;
import org.vigil.deadline.rules.BankHolidays;

/**
 * Hands out the catalogue of rules. It is held in memory and read again when a stamp of one small query says that a rule
 * or the calendar changed, on whichever node.
 */
@Component
public class Catalogues {

    private record Held(CatalogueQueries.Stamp stamp, Catalogue catalogue) {}

    private final CatalogueQueries queries;
    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();

    Catalogues(CatalogueQueries queries) {
        this.queries = queries;
    }

    /** The catalogue as the running transaction sees it. */
    public Catalogue current() {
        var stamp = queries.stamp();
        var known = held.get();
        if (known != null && known.stamp().equals(stamp)) {
            return known.catalogue();
        }
        var edition = queries.edition();
        var holidays = edition.map(queries::holidays).orElseGet(() -> new BankHolidays(Map.of(), 1, 0));
        var fresh = new Catalogue(
                queries.rules(), holidays, edition.map(CatalogueQueries.Edition::id).orElse(null));
        held.set(new Held(stamp, fresh));
        return fresh;
    }
}
