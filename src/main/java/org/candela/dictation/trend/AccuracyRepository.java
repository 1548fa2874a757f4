package org.candela.dictation.trend;

import java.time.LocalDate;
import java.util.List;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code dictation_accuracy}. */
final class AccuracyRepository {
    private AccuracyRepository() {}

    static void add(Tx tx, LocalDate day, String engine, Accuracy more) throws StoreException {
        tx.update(
                "INSERT INTO dictation_accuracy VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?) ON CONFLICT (day, engine) DO UPDATE SET"
                        + " reports = reports + 1, words = words + excluded.words, edits = edits + excluded.edits,"
                        + " terms = terms + excluded.terms, terms_heard = terms_heard + excluded.terms_heard,"
                        + " side_slips = side_slips + excluded.side_slips,"
                        + " negation_slips = negation_slips + excluded.negation_slips",
                day,
                engine,
                more.words(),
                more.edits(),
                more.terms(),
                more.termsHeard(),
                more.sideSlips(),
                more.negationSlips());
    }

    /** The newest first. */
    static List<AccuracyDay> days(Tx tx) throws StoreException {
        return tx.query("SELECT * FROM dictation_accuracy ORDER BY day DESC, engine", AccuracyRepository::read);
    }

    private static AccuracyDay read(Row row) throws StoreException {
        return new AccuracyDay(
                LocalDate.parse(row.string("day")),
                row.string("engine"),
                row.intValue("reports"),
                new Accuracy(
                        row.intValue("words"),
                        row.intValue("edits"),
                        row.intValue("terms"),
                        row.intValue("terms_heard"),
                        row.intValue("side_slips"),
                        row.intValue("negation_slips")));
    }
}
