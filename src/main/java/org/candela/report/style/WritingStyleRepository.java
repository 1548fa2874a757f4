package org.candela.report.style;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.candela.report.template.Holder;
import org.candela.report.wording.DateStyle;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The tables {@code writing_dates} and {@code writing_abbreviation}. */
final class WritingStyleRepository {
    private WritingStyleRepository() {}

    static Optional<DateStyle> dates(Tx tx, Holder holder) throws StoreException {
        return tx.one(
                "SELECT dates FROM writing_dates WHERE layer = ? AND owner = ?",
                row -> DateStyle.valueOf(row.string("dates")),
                holder.layer().name(),
                holder.name());
    }

    static void choose(Tx tx, Holder holder, DateStyle dates, Instant at) throws StoreException {
        tx.update(
                "INSERT OR REPLACE INTO writing_dates (layer, owner, dates, set_at) VALUES (?, ?, ?, ?)",
                holder.layer().name(),
                holder.name(),
                dates.name(),
                at);
    }

    static boolean forget(Tx tx, Holder holder) throws StoreException {
        return tx.update(
                        "DELETE FROM writing_dates WHERE layer = ? AND owner = ?",
                        holder.layer().name(),
                        holder.name())
                > 0;
    }

    static Map<String, String> abbreviations(Tx tx, Holder holder) throws StoreException {
        Map<String, String> abbreviations = new TreeMap<>();
        tx.query(
                        "SELECT said, written FROM writing_abbreviation WHERE layer = ? AND owner = ?",
                        row -> Map.entry(row.string("said"), row.string("written")),
                        holder.layer().name(),
                        holder.name())
                .forEach(entry -> abbreviations.put(entry.getKey(), entry.getValue()));
        return abbreviations;
    }

    static void abbreviate(Tx tx, Holder holder, String said, String written, Instant at) throws StoreException {
        tx.update(
                "INSERT OR REPLACE INTO writing_abbreviation (layer, owner, said, written, set_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                holder.layer().name(),
                holder.name(),
                said,
                written,
                at);
    }

    static boolean spellOut(Tx tx, Holder holder, String said) throws StoreException {
        return tx.update(
                        "DELETE FROM writing_abbreviation WHERE layer = ? AND owner = ? AND said = ?",
                        holder.layer().name(),
                        holder.name(),
                        said)
                > 0;
    }
}
