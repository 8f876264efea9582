package org.vigil.victim;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.vigil.casework.CaseErasure;
import org.vigil.victim.data.ErasedWords;

/** Takes out what was written about victims and suspects who were erased; that they were told, and when, stays. */
@Component
class VictimErasure implements CaseErasure {

    private final ErasedWords words;

    VictimErasure(ErasedWords words) {
        this.words = words;
    }

    @Override
    public void erased(long caseId, Collection<Integer> places, Instant now) {
        words.erase(caseId, places);
    }

    @Override
    public Set<String> loggedFields() {
        return Set.of("words", "note", "outsideWhy", "safeWindow", "item", "referral", "why", "reason", "SPECIAL_MEASURES",
                "STATEMENT", "IDVA", "REPEAT_MEASURES");
    }
}
