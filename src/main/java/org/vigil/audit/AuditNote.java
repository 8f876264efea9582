package org.vigil.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectRef;

/**
 * What is to be remembered of one action: one note per action of a person (open, page, settled search), with the
 * records that it showed. Who, when and from where are added by {@link AuditLog}.
 *
 * @param what one plain sentence or phrase, at most 255 characters (longer ones are cut); values of personal data
 *     belong in {@code changes}, where they are masked and can be erased
 * @param purpose what it was for, where the officer gave or the screen knew it
 * @param shown every other record that the action showed or touched, so that a record's whole history can be found
 */
public record AuditNote(
        Action action,
        SubjectRef subject,
        String what,
        @Nullable String purpose,
        List<FieldChange> changes,
        List<SubjectRef> shown) {

    public AuditNote {
        changes = List.copyOf(changes);
        shown = List.copyOf(shown);
    }

    /** Any action without fields, purpose or further records. */
    public static AuditNote of(Action action, SubjectRef subject, String what) {
        return new AuditNote(action, subject, what, null, List.of(), List.of());
    }

    public static AuditNote create(SubjectRef subject, String what) {
        return of(Action.CREATE, subject, what);
    }

    public static AuditNote change(SubjectRef subject, String what) {
        return of(Action.CHANGE, subject, what);
    }

    public static AuditNote delete(SubjectRef subject, String what) {
        return of(Action.DELETE, subject, what);
    }

    public static AuditNote view(SubjectRef subject, String what) {
        return of(Action.VIEW, subject, what);
    }

    /**
     * A search that has settled, or a page of a list.
     *
     * @param where the screen or record that was searched
     * @param terms what was searched for; kept as a value, so that it is masked and erasable
     */
    public static AuditNote search(SubjectRef where, String terms, Collection<SubjectRef> found) {
        return of(Action.SEARCH, where, "Searched: " + found.size() + " shown")
                .withField("terms", null, terms)
                .shown(found);
    }

    public static AuditNote print(SubjectRef subject, String what) {
        return of(Action.PRINT, subject, what);
    }

    public static AuditNote export(SubjectRef subject, String what) {
        return of(Action.EXPORT, subject, what);
    }

    public static AuditNote disclose(SubjectRef subject, String what) {
        return of(Action.DISCLOSE, subject, what);
    }

    /** Something that was not allowed. Refusals are written at once and survive the rollback that follows them. */
    public static AuditNote refused(SubjectRef subject, String what) {
        return of(Action.REFUSED, subject, what);
    }

    public static AuditNote login(SubjectRef account, String what) {
        return of(Action.LOGIN, account, what);
    }

    public static AuditNote logout(SubjectRef account, String what) {
        return of(Action.LOGOUT, account, what);
    }

    /** Something that the console did or noticed by itself. */
    public static AuditNote system(SubjectRef subject, String what) {
        return of(Action.SYSTEM, subject, what);
    }

    /** The same note with one more field. Values are written as their own text; a field that did not change is left out. */
    public AuditNote withField(String field, @Nullable Object before, @Nullable Object after) {
        var was = before == null ? null : before.toString();
        var is = after == null ? null : after.toString();
        if (Objects.equals(was, is)) {
            return this;
        }
        var more = new ArrayList<>(changes);
        more.add(new FieldChange(field, was, is));
        return new AuditNote(action, subject, what, purpose, more, shown);
    }

    public AuditNote withChanges(Collection<FieldChange> more) {
        var all = new ArrayList<>(changes);
        all.addAll(more);
        return new AuditNote(action, subject, what, purpose, all, shown);
    }

    public AuditNote withPurpose(@Nullable String why) {
        return new AuditNote(action, subject, what, why, changes, shown);
    }

    /** The same note with more records that the action showed or touched. */
    public AuditNote shown(Collection<SubjectRef> more) {
        var all = new ArrayList<>(shown);
        all.addAll(more);
        return new AuditNote(action, subject, what, purpose, changes, all);
    }

    public AuditNote shown(SubjectRef... more) {
        return shown(Arrays.asList(more));
    }
}
