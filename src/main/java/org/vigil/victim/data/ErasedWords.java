package org.vigil.victim.data;

import static org.vigil.db.generated.Tables.VICTIM_CHILDREN;
import static org.vigil.db.generated.Tables.VICTIM_CONTACT;
import static org.vigil.db.generated.Tables.VICTIM_EQUIPMENT;
import static org.vigil.db.generated.Tables.VICTIM_NEED;
import static org.vigil.db.generated.Tables.VICTIM_SCHOOL;
import static org.vigil.db.generated.Tables.VICTIM_SIDE;
import static org.vigil.db.generated.Tables.VICTIM_UPDATE;

import java.util.Collection;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.victim.UpdateKind;

/** Takes words about people who were erased out of the victim's side of a case. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ErasedWords {

    private static final String ERASED = "Erased";

    private final DSLContext sql;

    ErasedWords(DSLContext sql) {
        this.sql = sql;
    }

    /** Times, means and states stay; what anybody wrote of these people, or of the children of the case, does not. */
    public void erase(long caseId, Collection<Integer> people) {
        var places = people.stream().map(Integer::shortValue).toList();
        if (places.isEmpty()) {
            return;
        }
        sql.update(VICTIM_SIDE)
                .set(VICTIM_SIDE.NEVER_WORDS, (String) null)
                .set(VICTIM_SIDE.ENHANCED_WHY, erased(VICTIM_SIDE.ENHANCED_WHY))
                .set(VICTIM_SIDE.NEXT_CONTACT_WHY, erased(VICTIM_SIDE.NEXT_CONTACT_WHY))
                .where(VICTIM_SIDE.CASE_ID.eq(caseId), VICTIM_SIDE.PLACE.in(places))
                .execute();
        sql.update(VICTIM_CONTACT)
                .set(VICTIM_CONTACT.NOTE, erased(VICTIM_CONTACT.NOTE))
                .set(VICTIM_CONTACT.OUTSIDE_WHY, erased(VICTIM_CONTACT.OUTSIDE_WHY))
                .where(VICTIM_CONTACT.CASE_ID.eq(caseId), VICTIM_CONTACT.PLACE.in(places))
                .execute();
        sql.update(VICTIM_NEED)
                .set(VICTIM_NEED.DETAIL, erased(VICTIM_NEED.DETAIL))
                .set(VICTIM_NEED.NOTE, erased(VICTIM_NEED.NOTE))
                .where(VICTIM_NEED.CASE_ID.eq(caseId), VICTIM_NEED.PLACE.in(places))
                .execute();
        sql.update(VICTIM_EQUIPMENT)
                .set(VICTIM_EQUIPMENT.ITEM, ERASED)
                .where(VICTIM_EQUIPMENT.CASE_ID.eq(caseId), VICTIM_EQUIPMENT.PLACE.in(places))
                .execute();
        for (var kind : UpdateKind.values()) {
            sql.update(VICTIM_UPDATE)
                    .set(VICTIM_UPDATE.WORDS, kind.sentence() + ".")
                    .set(VICTIM_UPDATE.SETTLED_WHY, erased(VICTIM_UPDATE.SETTLED_WHY))
                    .where(VICTIM_UPDATE.CASE_ID.eq(caseId))
                    .and(VICTIM_UPDATE.KIND.eq(kind.name()))
                    .and(VICTIM_UPDATE.PLACE.in(places).or(VICTIM_UPDATE.SUSPECT_PLACE.in(places)))
                    .execute();
        }
        sql.update(VICTIM_SCHOOL)
                .set(VICTIM_SCHOOL.WHY, erased(VICTIM_SCHOOL.WHY))
                .where(VICTIM_SCHOOL.CASE_ID.eq(caseId), VICTIM_SCHOOL.PLACE.in(places))
                .execute();
        sql.update(VICTIM_CHILDREN)
                .set(VICTIM_CHILDREN.WHY, erased(VICTIM_CHILDREN.WHY))
                .where(VICTIM_CHILDREN.CASE_ID.eq(caseId))
                .execute();
    }

    /** What was not written stays unwritten. */
    private static Field<String> erased(Field<String> words) {
        return DSL.when(words.isNotNull(), DSL.inline(ERASED));
    }
}
