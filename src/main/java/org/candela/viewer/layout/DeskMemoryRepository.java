package org.candela.viewer.layout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.viewer.stack.StackOffset;
import org.candela.viewer.stack.StackPair;

/** The tables {@code kept_hanging} and {@code stack_offset}. */
final class DeskMemoryRepository {
    private DeskMemoryRepository() {}

    static Optional<KeptHanging> hanging(Tx tx, Uid study) throws StoreException {
        return tx.one("SELECT hanging FROM kept_hanging WHERE study_uid = ?", row -> row.string("hanging"), study)
                .flatMap(KeptHangingText::read);
    }

    static void keep(Tx tx, Uid study, KeptHanging hanging, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO kept_hanging (study_uid, hanging, kept_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (study_uid) DO UPDATE SET hanging = excluded.hanging, kept_at = excluded.kept_at",
                study,
                KeptHangingText.write(hanging),
                at);
    }

    /** Those between any two of {@code series}. */
    static List<StackOffset> offsets(Tx tx, Collection<Uid> series) throws StoreException {
        List<StackOffset> offsets = new ArrayList<>();
        for (Uid one : series) {
            tx.query("SELECT * FROM stack_offset WHERE one_series = ?", DeskMemoryRepository::read, one).stream()
                    .filter(offset -> series.contains(offset.pair().other()))
                    .forEach(offsets::add);
        }
        return offsets;
    }

    static void keep(Tx tx, StackOffset offset, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO stack_offset (one_series, other_series, unit, distance, kept_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (one_series, other_series) DO UPDATE SET unit = excluded.unit,"
                        + " distance = excluded.distance, kept_at = excluded.kept_at",
                offset.pair().one(),
                offset.pair().other(),
                offset.unit(),
                offset.distance(),
                at);
    }

    static void forget(Tx tx, StackPair pair) throws StoreException {
        tx.update("DELETE FROM stack_offset WHERE one_series = ? AND other_series = ?", pair.one(), pair.other());
    }

    private static StackOffset read(Row row) throws StoreException {
        return new StackOffset(
                new StackPair(new Uid(row.string("one_series")), new Uid(row.string("other_series"))),
                StackOffset.Unit.valueOf(row.string("unit")),
                row.doubleValue("distance"));
    }
}
