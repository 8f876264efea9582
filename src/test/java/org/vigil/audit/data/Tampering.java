package org.vigil.audit.data;

import static org.vigil.db.generated.Tables.AUDIT_ENTRY;
import static org.vigil.db.generated.Tables.AUDIT_SHOWN;
import static org.vigil.db.generated.Tables.AUDIT_STREAM;
import static org.vigil.db.generated.Tables.AUDIT_VALUE;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.vigil.audit.rules.Entry;
import org.vigil.audit.rules.EntryPlace;

/** What a dishonest owner of the schema could do to the log, and which entry then no longer fits. */
enum Tampering {
    A_COLUMN_CHANGED {
        @Override
        EntryPlace apply(Owner owner) {
            var place = owner.anyPlace(0);
            owner.sql.execute("UPDATE audit_entry SET " + owner.oneOf(CHANGES) + " WHERE id = " + place.id());
            return place;
        }
    },
    A_COLUMN_CHANGED_AND_ITS_HASH_WITH_IT {
        @Override
        EntryPlace apply(Owner owner) {
            var place = owner.anyPlace(0);
            owner.sql.execute("UPDATE audit_entry SET what = CONCAT(what, '!') WHERE id = " + place.id());
            owner.rehash(place);
            return place;
        }
    },
    A_ROW_CUT_OUT {
        @Override
        EntryPlace apply(Owner owner) {
            var place = owner.anyPlace(1);
            owner.delete(place.id(), place.id());
            return place;
        }
    },
    A_ROW_CUT_OUT_AND_THE_REST_MOVED_UP {
        @Override
        EntryPlace apply(Owner owner) {
            var place = owner.anyPlace(1);
            owner.delete(place.id(), place.id());
            for (var later = place.next(); later.position() <= owner.last(later); later = later.next()) {
                owner.move(later, new EntryPlace(later.stream(), later.position() - 1));
            }
            owner.sql.execute("UPDATE audit_stream SET position = position - 1 WHERE stream = " + place.stream());
            return place;
        }
    },
    THE_TAIL_CUT_OFF {
        @Override
        EntryPlace apply(Owner owner) {
            var place = owner.anyPlace(0);
            owner.delete(place.id(), new EntryPlace(place.stream(), owner.last(place)).id());
            return place;
        }
    },
    THE_TAIL_CUT_OFF_AND_THE_HEAD_SET_BACK {
        @Override
        EntryPlace apply(Owner owner) {
            var place = owner.anyPlace(0);
            owner.delete(place.id(), new EntryPlace(place.stream(), owner.last(place)).id());
            owner.setHeadToLastOf(place.stream());
            return place;
        }
    },
    TWO_ROWS_SWAPPED {
        @Override
        EntryPlace apply(Owner owner) {
            var first = owner.anyPlace(1);
            var span = owner.last(first) - first.position();
            var second = new EntryPlace(first.stream(), first.position() + 1 + owner.random.nextLong(span));
            var aside = new EntryPlace(first.stream(), 999_999);
            owner.move(first, aside);
            owner.move(second, first);
            owner.move(aside, second);
            return first;
        }
    },
    A_ROW_BACKDATED {
        @Override
        EntryPlace apply(Owner owner) {
            var place = owner.anyPlace(0);
            owner.backdate(place);
            return place;
        }
    },
    A_ROW_BACKDATED_AND_ALL_THAT_FOLLOWS_REWRITTEN {
        @Override
        EntryPlace apply(Owner owner) {
            var place = owner.anyPlace(0);
            owner.backdate(place);
            owner.rechainFrom(place);
            return place;
        }
    },
    A_ROW_CHANGED_AND_ALL_THAT_FOLLOWS_REWRITTEN {
        @Override
        EntryPlace apply(Owner owner) {
            var place = owner.anyPlace(0);
            owner.sql.execute("UPDATE audit_entry SET username = 'nobody' WHERE id = " + place.id());
            owner.rechainFrom(place);
            return owner.firstAnchoredFrom(place);
        }
    },
    A_FORGED_ROW_PUT_AT_THE_END {
        @Override
        EntryPlace apply(Owner owner) {
            var place = owner.anyPlace(0);
            var end = new EntryPlace(place.stream(), owner.last(place));
            owner.sql.execute("INSERT INTO audit_entry SELECT " + end.next().id() + ", stream, position + 1, at,"
                    + " account_id, username, duties, action, subject_type, subject_id, subject_reference, 'forged',"
                    + " purpose, address, '', hash, hash FROM audit_entry WHERE id = " + end.id());
            return end.next();
        }
    },
    A_SHOWN_RECORD_CHANGED {
        @Override
        EntryPlace apply(Owner owner) {
            var row = owner.oneOf(owner.sql.selectFrom(AUDIT_SHOWN).fetch());
            var at = "entry_id = " + row.getEntryId() + " AND subject_id = " + row.getSubjectId();
            owner.sql.execute(owner.oneOf(List.of(
                    "DELETE FROM audit_shown WHERE " + at,
                    "UPDATE audit_shown SET subject_id = 7 WHERE " + at,
                    "UPDATE audit_shown SET subject_type = 'ALERT' WHERE " + at,
                    "INSERT INTO audit_shown VALUES (" + row.getEntryId() + ", 'INCIDENT', 8)")));
            return EntryPlace.of(row.getEntryId());
        }
    },
    A_VALUE_CHANGED {
        @Override
        EntryPlace apply(Owner owner) {
            var row = owner.oneOf(owner.sql.selectFrom(AUDIT_VALUE).fetch());
            var at = "entry_id = " + row.getEntryId() + " AND field = '" + row.getField() + "'";
            var eraser = owner.anyPlace(0).id();
            owner.sql.execute(owner.oneOf(List.of(
                    "UPDATE audit_value SET after_value = CONCAT(after_value, '.') WHERE " + at,
                    "UPDATE audit_value SET before_value = CONCAT(COALESCE(before_value, ''), '.') WHERE " + at,
                    "UPDATE audit_value SET after_value = NULL WHERE " + at,
                    "UPDATE audit_value SET salt = REPEAT('a', 32) WHERE " + at,
                    "UPDATE audit_value SET field = 'other' WHERE " + at,
                    "UPDATE audit_value SET before_value = NULL, after_value = NULL, salt = '' WHERE " + at,
                    "UPDATE audit_value SET before_value = NULL, after_value = NULL, salt = '', erased_by = " + eraser
                            + " WHERE " + at,
                    "DELETE FROM audit_value WHERE " + at,
                    "INSERT INTO audit_value VALUES (" + row.getEntryId() + ", 'more', 'x', NULL, 'x', NULL)")));
            return EntryPlace.of(row.getEntryId());
        }
    },
    A_HEAD_CHANGED {
        @Override
        EntryPlace apply(Owner owner) {
            var place = owner.anyPlace(0);
            owner.sql.execute("UPDATE audit_stream SET hash = REPEAT('b', 64) WHERE stream = " + place.stream());
            return new EntryPlace(place.stream(), owner.last(place));
        }
    };

    private static final List<String> CHANGES = List.of(
            "account_id = 99",
            "account_id = NULL",
            "username = 'somebody'",
            "duties = ''",
            "action = 'PRINT'",
            "subject_type = 'ALERT'",
            "subject_id = 99",
            "subject_id = NULL",
            "subject_reference = 'another'",
            "subject_reference = NULL",
            "what = 'nothing much'",
            "purpose = 'another'",
            "address = '203.0.113.9'",
            "detail = CONCAT(detail, 'shown INCIDENT 1\\n')",
            "previous_hash = REPEAT('c', 64)",
            "hash = REPEAT('d', 64)",
            "at = at + INTERVAL 1 MICROSECOND");

    /** Tampers, and answers the first place that does not fit any more. */
    abstract EntryPlace apply(Owner owner);

    /** The schema's owner, with tools. */
    static final class Owner {

        final DSLContext sql;
        final Random random;
        private final OwnLog log;

        Owner(OwnLog log, Random random) {
            this.log = log;
            sql = log.sql;
            this.random = random;
        }

        <T> T oneOf(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        /** A place that has at least so many after it in its stream. */
        EntryPlace anyPlace(int after) {
            while (true) {
                var stream = random.nextInt(EntryPlace.STREAMS);
                var last = last(new EntryPlace(stream, 1));
                if (last > after) {
                    return new EntryPlace(stream, 1 + random.nextLong(last - after));
                }
            }
        }

        long last(EntryPlace anyOfStream) {
            var last = sql.select(DSL.max(AUDIT_ENTRY.POSITION))
                    .from(AUDIT_ENTRY)
                    .where(AUDIT_ENTRY.STREAM.eq((short) anyOfStream.stream()))
                    .fetchSingle()
                    .value1();
            return last == null ? 0 : last;
        }

        void delete(long from, long to) {
            var range = " BETWEEN " + from + " AND " + to;
            sql.execute("DELETE FROM audit_shown WHERE entry_id" + range);
            sql.execute("DELETE FROM audit_value WHERE entry_id" + range);
            sql.execute("DELETE FROM audit_entry WHERE id" + range);
        }

        void move(EntryPlace from, EntryPlace to) {
            sql.execute("UPDATE audit_entry SET id = " + to.id() + ", position = " + to.position() + " WHERE id = "
                    + from.id());
            sql.execute("UPDATE audit_shown SET entry_id = " + to.id() + " WHERE entry_id = " + from.id());
            sql.execute("UPDATE audit_value SET entry_id = " + to.id() + " WHERE entry_id = " + from.id());
        }

        void backdate(EntryPlace place) {
            var by = Duration.ofSeconds(6 + random.nextInt(100_000));
            sql.execute("UPDATE audit_entry SET at = at - INTERVAL " + by.toSeconds() + " SECOND WHERE id = " + place.id());
        }

        void setHeadToLastOf(int stream) {
            sql.execute("UPDATE audit_stream s SET position = COALESCE((SELECT MAX(position) FROM audit_entry e WHERE"
                    + " e.stream = s.stream), 0), hash = COALESCE((SELECT hash FROM audit_entry e WHERE e.stream ="
                    + " s.stream ORDER BY id DESC LIMIT 1), origin) WHERE stream = " + stream);
        }

        void rehash(EntryPlace place) {
            var stored = log.reader
                    .entriesAfter(new EntryPlace(place.stream(), place.position() - 1), place.position(), 1)
                    .getFirst();
            write(place, stored.previousHash(), stored.entry());
        }

        void rechainFrom(EntryPlace place) {
            var before = new EntryPlace(place.stream(), place.position() - 1);
            var rest = log.reader.entriesAfter(before, last(place), 100_000);
            var hash = rest.getFirst().previousHash();
            for (var stored : rest) {
                hash = write(stored.entry().place(), hash, stored.entry());
            }
            setHeadToLastOf(place.stream());
        }

        private String write(EntryPlace place, String previous, Entry entry) {
            var hash = entry.hashAfter(previous);
            Field<Long> id = AUDIT_ENTRY.ID;
            sql.update(AUDIT_ENTRY)
                    .set(AUDIT_ENTRY.PREVIOUS_HASH, previous)
                    .set(AUDIT_ENTRY.HASH, hash)
                    .where(id.eq(place.id()))
                    .execute();
            return hash;
        }

        EntryPlace firstAnchoredFrom(EntryPlace place) {
            var origins = sql.select(AUDIT_STREAM.ORIGIN)
                    .from(AUDIT_STREAM)
                    .orderBy(AUDIT_STREAM.STREAM)
                    .fetch(AUDIT_STREAM.ORIGIN);
            var anchored = log.anchors
                    .read(org.vigil.audit.rules.AnchorLine.logOf(origins))
                    .of(place.stream());
            return new EntryPlace(place.stream(), anchored.ceilingKey(place.position()));
        }
    }
}
