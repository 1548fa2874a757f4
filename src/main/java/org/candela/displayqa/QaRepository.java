package org.candela.displayqa;

import java.util.List;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.base.Sha256;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The tables of V070: display, qa_run, luminance_reading, verdict, display_lut. */
final class QaRepository {
    private QaRepository() {}

    static StoredRun append(Tx tx, QaRecord record) throws StoreException {
        tx.update(
                "INSERT INTO display (id, first_seen) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
                record.screen().value(),
                record.at());
        String text = RecordJson.canonical(RecordJson.of(record));
        String previous = headHash(tx);
        tx.update(
                "INSERT INTO qa_run (display, kind, at, overall, is_simulated, record, previous_hash, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                record.screen().value(),
                record.outcome().kind(),
                record.at(),
                record.overall(),
                record.isSimulated(),
                text,
                previous,
                StoredRun.hash(previous, text));
        StoredRun stored = latest(tx, record.screen()).orElseThrow();
        addReadings(tx, stored.sequence(), record.outcome().readings());
        addVerdicts(tx, stored.sequence(), record.verdicts());
        return stored;
    }

    static void putToUse(Tx tx, StoredRun run, Calibration calibration) throws StoreException {
        tx.update(
                "INSERT INTO display_lut (run, display, entries, sha256, ramp_sha256) VALUES (?, ?, ?, ?, ?)",
                run.sequence(),
                run.display().value(),
                LutBytes.of(calibration.lut()),
                LutBytes.sha256(calibration.lut()),
                calibration.rampSha256());
    }

    static Optional<ActiveLut> activeLut(Tx tx, ScreenId display) throws StoreException {
        return tx.one(
                "SELECT l.run, l.display, r.at, l.entries, l.ramp_sha256, r.is_simulated"
                        + " FROM display_lut l JOIN qa_run r ON r.sequence = l.run"
                        + " WHERE l.display = ? ORDER BY l.run DESC LIMIT 1",
                QaRepository::readLut,
                display.value());
    }

    static List<String> lutHashes(Tx tx, long run) throws StoreException {
        return tx.query("SELECT entries FROM display_lut WHERE run = ?", row -> Sha256.hex(row.bytes("entries")), run);
    }

    static Optional<StoredRun> latest(Tx tx, ScreenId display) throws StoreException {
        return tx.one(
                "SELECT * FROM qa_run WHERE display = ? ORDER BY sequence DESC LIMIT 1",
                QaRepository::readRun,
                display.value());
    }

    static Optional<StoredRun> latestConformance(Tx tx, ScreenId display) throws StoreException {
        return tx.one(
                "SELECT * FROM qa_run WHERE display = ? AND kind IN (?, ?) ORDER BY sequence DESC LIMIT 1",
                QaRepository::readRun,
                display.value(),
                QaKind.CALIBRATION,
                QaKind.CONSTANCY);
    }

    static Optional<StoredRun> latest(Tx tx, ScreenId display, QaKind kind) throws StoreException {
        return tx.one(
                "SELECT * FROM qa_run WHERE display = ? AND kind = ? ORDER BY sequence DESC LIMIT 1",
                QaRepository::readRun,
                display.value(),
                kind);
    }

    static Optional<StoredRun> run(Tx tx, long sequence) throws StoreException {
        return tx.one("SELECT * FROM qa_run WHERE sequence = ?", QaRepository::readRun, sequence);
    }

    static List<StoredRun> history(Tx tx, ScreenId display) throws StoreException {
        return tx.query(
                "SELECT * FROM qa_run WHERE display = ? ORDER BY sequence", QaRepository::readRun, display.value());
    }

    static List<StoredRun> all(Tx tx) throws StoreException {
        return tx.query("SELECT * FROM qa_run ORDER BY sequence", QaRepository::readRun);
    }

    /** How many runs were ever appended, also when the last ones were taken away. */
    static long lastSequenceEverGiven(Tx tx) throws StoreException {
        return tx.one("SELECT seq FROM sqlite_sequence WHERE name = 'qa_run'", row -> row.longValue("seq"))
                .orElse(0L);
    }

    /** Readings of a run as the record writes them. */
    static List<Reading> readings(Tx tx, long run) throws StoreException {
        return tx.query(
                "SELECT * FROM luminance_reading WHERE run = ? ORDER BY ordinal",
                row -> new Reading(
                        0xFF000000 | Integer.parseInt(row.string("rgb"), 16),
                        new org.candela.calibration.Luminance(row.doubleValue("cd_per_m2")),
                        row.flag("is_accepted")),
                run);
    }

    private static String headHash(Tx tx) throws StoreException {
        return tx.one("SELECT hash FROM qa_run ORDER BY sequence DESC LIMIT 1", row -> row.string("hash"))
                .orElse(StoredRun.START);
    }

    private static void addReadings(Tx tx, long run, List<Reading> readings) throws StoreException {
        for (int ordinal = 0; ordinal < readings.size(); ordinal++) {
            Reading reading = readings.get(ordinal);
            tx.update(
                    "INSERT INTO luminance_reading (run, ordinal, rgb, cd_per_m2, is_accepted) VALUES (?, ?, ?, ?, ?)",
                    run,
                    ordinal,
                    reading.rgb(),
                    reading.luminance().cdPerM2(),
                    reading.isAccepted());
        }
    }

    private static void addVerdicts(Tx tx, long run, List<Verdict> verdicts) throws StoreException {
        for (Verdict verdict : verdicts) {
            tx.update(
                    "INSERT INTO verdict (run, quantity, measured, operator, limit_value, result)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    run,
                    verdict.limit().quantity(),
                    Double.isNaN(verdict.value()) ? Optional.empty() : Optional.of(verdict.value()),
                    verdict.limit().operator().sign(),
                    verdict.limit().limit(),
                    verdict.result());
        }
    }

    private static StoredRun readRun(Row row) throws StoreException {
        return new StoredRun(
                row.longValue("sequence"),
                new ScreenId(row.string("display")),
                QaKind.valueOf(row.string("kind")),
                row.instant("at"),
                Verdict.Result.valueOf(row.string("overall")),
                row.flag("is_simulated"),
                row.string("record"),
                row.string("previous_hash"),
                row.string("hash"));
    }

    private static ActiveLut readLut(Row row) throws StoreException {
        return new ActiveLut(
                new ScreenId(row.string("display")),
                row.longValue("run"),
                row.instant("at"),
                LutBytes.read(row.bytes("entries")),
                row.string("ramp_sha256"),
                row.flag("is_simulated"));
    }
}
