package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON_ADDRESS;
import static org.vigil.db.generated.Tables.PERSON_BIRTH;
import static org.vigil.db.generated.Tables.PERSON_EMAIL;
import static org.vigil.db.generated.Tables.PERSON_IDENTIFIER;
import static org.vigil.db.generated.Tables.PERSON_NAME;
import static org.vigil.db.generated.Tables.PERSON_PHONE;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.vigil.person.HeldPart;
import org.vigil.person.IdentifierScheme;
import org.vigil.person.NameKind;
import org.vigil.person.Origin;
import org.vigil.person.PartState;
import org.vigil.person.PersonPart;
import org.vigil.person.rules.AddressKey;
import org.vigil.person.BirthDate;
import org.vigil.person.rules.EmailKeys;
import org.vigil.person.rules.IdentifierKey;
import org.vigil.person.rules.NameKey;
import org.vigil.person.rules.PhoneKeys;

/**
 * One of the six tables of what is said about people: they differ in their own columns only.
 *
 * @param columns the table's own columns, in the order of the values
 * @param values a part's own values with its keys
 * @param read a part from a row
 */
record PartTable<P extends PersonPart>(
        Table<?> table, List<Field<?>> columns, Function<P, @Nullable Object[]> values, Function<Record, P> read) {

    static final PartTable<PersonPart.Name> NAMES = new PartTable<>(
            PERSON_NAME,
            List.of(PERSON_NAME.KIND, PERSON_NAME.GIVEN_NAME, PERSON_NAME.FAMILY_NAME, PERSON_NAME.GIVEN_KEY,
                    PERSON_NAME.FAMILY_KEY),
            name -> {
                var key = NameKey.of(name.given(), name.family());
                return new Object[] {name.kind().name(), name.given(), name.family(), key.given(), key.family()};
            },
            row -> new PersonPart.Name(
                    NameKind.valueOf(row.get(PERSON_NAME.KIND)),
                    row.get(PERSON_NAME.GIVEN_NAME),
                    row.get(PERSON_NAME.FAMILY_NAME)));

    static final PartTable<PersonPart.Birth> BIRTHS = new PartTable<>(
            PERSON_BIRTH,
            List.of(PERSON_BIRTH.BIRTH_YEAR, PERSON_BIRTH.BIRTH_MONTH, PERSON_BIRTH.BIRTH_DAY, PERSON_BIRTH.ESTIMATED),
            birth -> new Object[] {
                birth.date().year(), birth.date().month(), birth.date().day(), birth.date().estimated()
            },
            row -> new PersonPart.Birth(new BirthDate(
                    number(row.get(PERSON_BIRTH.BIRTH_YEAR)),
                    number(row.get(PERSON_BIRTH.BIRTH_MONTH)),
                    number(row.get(PERSON_BIRTH.BIRTH_DAY)),
                    row.get(PERSON_BIRTH.ESTIMATED))));

    static final PartTable<PersonPart.Identifier> IDENTIFIERS = new PartTable<>(
            PERSON_IDENTIFIER,
            List.of(PERSON_IDENTIFIER.SCHEME, PERSON_IDENTIFIER.VALUE, PERSON_IDENTIFIER.VALUE_KEY),
            id -> new Object[] {id.scheme().name(), id.value(), IdentifierKey.of(id.scheme(), id.value()).value()},
            row -> new PersonPart.Identifier(
                    IdentifierScheme.valueOf(row.get(PERSON_IDENTIFIER.SCHEME)), row.get(PERSON_IDENTIFIER.VALUE)));

    static final PartTable<PersonPart.Phone> PHONES = new PartTable<>(
            PERSON_PHONE,
            List.of(PERSON_PHONE.NUMBER, PERSON_PHONE.DIGITS, PERSON_PHONE.SAFE),
            phone -> new Object[] {phone.number(), PhoneKeys.of(phone.number()), phone.safe()},
            row -> new PersonPart.Phone(row.get(PERSON_PHONE.NUMBER), row.get(PERSON_PHONE.SAFE)));

    static final PartTable<PersonPart.Email> EMAILS = new PartTable<>(
            PERSON_EMAIL,
            List.of(PERSON_EMAIL.EMAIL, PERSON_EMAIL.EMAIL_KEY, PERSON_EMAIL.SAFE),
            email -> new Object[] {email.address(), EmailKeys.of(email.address()), email.safe()},
            row -> new PersonPart.Email(row.get(PERSON_EMAIL.EMAIL), row.get(PERSON_EMAIL.SAFE)));

    static final PartTable<PersonPart.Address> ADDRESSES = new PartTable<>(
            PERSON_ADDRESS,
            List.of(PERSON_ADDRESS.LINE, PERSON_ADDRESS.POSTCODE, PERSON_ADDRESS.LINE_KEY, PERSON_ADDRESS.POSTCODE_KEY,
                    PERSON_ADDRESS.LIVED_FROM, PERSON_ADDRESS.LIVED_TO, PERSON_ADDRESS.PROTECTED),
            home -> {
                var key = AddressKey.of(home.line(), home.postcode());
                return new Object[] {
                    home.line(), home.postcode(), key.line(), key.postcode(), home.from(), home.to(), home.isProtected()
                };
            },
            row -> new PersonPart.Address(
                    row.get(PERSON_ADDRESS.LINE),
                    row.get(PERSON_ADDRESS.POSTCODE),
                    row.get(PERSON_ADDRESS.LIVED_FROM),
                    row.get(PERSON_ADDRESS.LIVED_TO),
                    row.get(PERSON_ADDRESS.PROTECTED)));

    static final List<PartTable<?>> ALL = List.of(NAMES, BIRTHS, IDENTIFIERS, PHONES, EMAILS, ADDRESSES);

    /** The table that holds a kind of part. */
    @SuppressWarnings("unchecked") // each case names the table of its own kind
    static <P extends PersonPart> PartTable<P> of(P part) {
        return (PartTable<P>) switch (part) {
            case PersonPart.Name name -> NAMES;
            case PersonPart.Birth birth -> BIRTHS;
            case PersonPart.Identifier identifier -> IDENTIFIERS;
            case PersonPart.Phone phone -> PHONES;
            case PersonPart.Email email -> EMAILS;
            case PersonPart.Address address -> ADDRESSES;
        };
    }

    Field<Long> id() {
        return column("id");
    }

    Field<Long> personId() {
        return column("person_id");
    }

    Field<String> state() {
        return column("state");
    }

    Field<String> origin() {
        return column("origin");
    }

    Field<String> source() {
        return column("source");
    }

    Field<Instant> addedAt() {
        return column("added_at");
    }

    Field<Long> addedBy() {
        return column("added_by");
    }

    Field<Instant> endedAt() {
        return column("ended_at");
    }

    Field<Long> endedBy() {
        return column("ended_by");
    }

    Field<String> endReason() {
        return column("end_reason");
    }

    HeldPart<P> held(Record row) {
        return new HeldPart<>(
                row.get(id()),
                row.get(personId()),
                read.apply(row),
                PartState.valueOf(row.get(state())),
                Origin.valueOf(row.get(origin())),
                row.get(source()),
                row.get(addedAt()),
                row.get(addedBy()),
                row.get(endedAt()),
                row.get(endedBy()),
                row.get(endReason()));
    }

    /** Whether two parts say the same, however they were typed. */
    boolean areSame(P one, P other) {
        return Arrays.equals(key(one), key(other));
    }

    private static @Nullable Object[] key(PersonPart part) {
        return switch (part) {
            case PersonPart.Name name -> {
                var key = NameKey.of(name.given(), name.family());
                yield new Object[] {key.given(), key.family()};
            }
            case PersonPart.Birth birth -> new Object[] {
                birth.date().year(), birth.date().month(), birth.date().day()
            };
            case PersonPart.Identifier id -> new Object[] {IdentifierKey.of(id.scheme(), id.value())};
            case PersonPart.Phone phone -> {
                var digits = PhoneKeys.of(phone.number());
                yield new Object[] {digits.isEmpty() ? phone.number() : digits};
            }
            case PersonPart.Email email -> new Object[] {EmailKeys.of(email.address())};
            case PersonPart.Address home -> {
                var key = AddressKey.of(home.line(), home.postcode());
                yield new Object[] {key.line(), key.postcode()};
            }
        };
    }

    @SuppressWarnings("unchecked") // the tables are alike in these columns, which a test of the schema holds
    private <T> Field<T> column(String name) {
        return (Field<T>) Objects.requireNonNull(table.field(name));
    }

    private static @Nullable Integer number(@Nullable Number stored) {
        return stored == null ? null : stored.intValue();
    }
}
