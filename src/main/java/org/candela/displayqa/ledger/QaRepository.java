package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.candela.base.ScreenId;
import org.candela.base.Sha256;
import org.candela.calibration.Assessment;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;
import org.candela.displayqa.measure.LutBytes;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.RampEffect;
import org.candela.displayqa.measure.Reading;
import org.candela.image.DisplayLut;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The tables of V070 and V112: display, qa_run, luminance_reading, judged_verdict, display_lut, qa_about. */
final class QaRepository {
    private static final String WITHDRAWN = "(SELECT run FROM qa_about WHERE kind = 'WITHDRAWAL')";
    /** Runs alone, and of these such as were not withdrawn. */
    private static final String COUNTS =
            "kind NOT IN ('JUDGEMENT', 'WITHDRAWAL', 'ABORTED') AND sequence NOT IN " + WITHDRAWN;

    private QaRepository() {}

    static StoredRun append(Tx tx, QaRecord record) throws StoreException {
        tx.update(
                "INSERT INTO display (id, first_seen) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
                record.screen().value(),
                record.at());
        StoredRun stored = chain(tx, RecordJson.of(record));
        addReadings(tx, stored.sequence(), record.outcome().readings());
        addVerdicts(tx, stored.sequence(), record.judgements());
        return stored;
    }

    static StoredRun append(Tx tx, LaterEntry entry) throws StoreException {
        StoredRun stored = chain(tx, entry.json());
        tx.update(
                "INSERT INTO qa_about (entry, run, kind) VALUES (?, ?, ?)",
                stored.sequence(),
                entry.run().sequence(),
                entry.kind());
        addVerdicts(tx, stored.sequence(), entry.said());
        return stored;
    }

    /** Columns repeat members of the record, so that they can be asked for; a check compares them. */
    private static StoredRun chain(Tx tx, ObjectNode record) throws StoreException {
        String text = RecordJson.canonical(record);
        String previous = headHash(tx);
        tx.update(
                "INSERT INTO qa_run (display, kind, at, overall, is_simulated, record, previous_hash, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                record.path("display").path("id").asText(),
                record.path("kind").asText(),
                Instant.parse(record.path("at").asText()),
                record.path("overall").asText(),
                record.path("simulated").asBoolean(),
                text,
                previous,
                StoredRun.hash(previous, text));
        return head(tx).orElseThrow();
    }

    static void putToUse(Tx tx, StoredRun run, DisplayLut lut, TableNeeds needs) throws StoreException {
        tx.update(
                "INSERT INTO display_lut (run, display, entries, sha256, ramp_sha256, ramp, monitor_sha256, ramp_effect)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                run.sequence(),
                run.display().value(),
                LutBytes.of(lut),
                LutBytes.sha256(lut),
                needs.rampSha256(),
                needs.ramp().map(GammaRamp::bytes),
                needs.monitorSha256(),
                needs.rampEffect() == RampEffect.NOT_TRIED ? Optional.empty() : Optional.of(needs.rampEffect()));
    }

    static Optional<ActiveLut> activeLut(Tx tx, ScreenId display) throws StoreException {
        return tx.one(
                "SELECT l.run, l.display, r.at, l.entries, l.ramp_sha256, l.ramp, l.monitor_sha256, l.ramp_effect,"
                        + " r.is_simulated"
                        + " FROM display_lut l JOIN qa_run r ON r.sequence = l.run"
                        + " WHERE l.display = ? AND l.run NOT IN " + WITHDRAWN + " ORDER BY l.run DESC LIMIT 1",
                QaRepository::readLut,
                display.value());
    }

    static List<String> lutHashes(Tx tx, long run) throws StoreException {
        return tx.query("SELECT entries FROM display_lut WHERE run = ?", row -> Sha256.hex(row.bytes("entries")), run);
    }

    /** Hash that is said of each graphics LUT kept with a run, and the hash it has. */
    static List<String> rampHashes(Tx tx, long run) throws StoreException {
        return tx.query(
                "SELECT ramp_sha256, ramp FROM display_lut WHERE run = ?",
                row -> row.string("ramp_sha256") + " "
                        + row.optionalBytes("ramp").map(Sha256::hex).orElse(row.string("ramp_sha256")),
                run);
    }

    static Optional<StoredRun> latest(Tx tx, ScreenId display) throws StoreException {
        return tx.one(
                "SELECT * FROM qa_run WHERE display = ? AND " + COUNTS + " ORDER BY sequence DESC LIMIT 1",
                QaRepository::readRun,
                display.value());
    }

    static Optional<StoredRun> latestConformance(Tx tx, ScreenId display) throws StoreException {
        return latest(
                tx, display, EnumSet.of(QaKind.CALIBRATION, QaKind.CONSTANCY, QaKind.ACCEPTANCE, QaKind.AFTER_SERVICE));
    }

    static Optional<StoredRun> latest(Tx tx, ScreenId display, Set<QaKind> kinds) throws StoreException {
        return latestWith(tx, display, kinds, "");
    }

    /** @param type of a finding, as the record states it; blank for any */
    static Optional<StoredRun> latestWith(Tx tx, ScreenId display, Set<QaKind> kinds, String type)
            throws StoreException {
        String stated = type.isBlank() ? "" : "\"type\":\"" + type + "\"";
        return tx.one(
                "SELECT * FROM qa_run WHERE display = ? AND kind IN (" + names(kinds)
                        + ") AND instr(record, ?) > 0 AND " + COUNTS + " ORDER BY sequence DESC LIMIT 1",
                QaRepository::readRun,
                display.value(),
                stated);
    }

    /** Kinds as SQL lists them; names of an enum need no quoting. */
    private static String names(Set<QaKind> kinds) {
        return kinds.stream().map(kind -> "'" + kind.name() + "'").collect(Collectors.joining(", "));
    }

    static Optional<StoredRun> latest(Tx tx, ScreenId display, QaKind kind) throws StoreException {
        return tx.one(
                "SELECT * FROM qa_run WHERE display = ? AND kind = ? AND " + COUNTS + " ORDER BY sequence DESC LIMIT 1",
                QaRepository::readRun,
                display.value(),
                kind);
    }

    static Optional<StoredRun> head(Tx tx) throws StoreException {
        return tx.one("SELECT * FROM qa_run ORDER BY sequence DESC LIMIT 1", QaRepository::readRun);
    }

    static List<ScreenId> displays(Tx tx) throws StoreException {
        return tx.query(
                "SELECT DISTINCT display FROM qa_run ORDER BY display", row -> new ScreenId(row.string("display")));
    }

    static Optional<StoredRun> run(Tx tx, long sequence) throws StoreException {
        return tx.one("SELECT * FROM qa_run WHERE sequence = ?", QaRepository::readRun, sequence);
    }

    static List<StoredRun> history(Tx tx, ScreenId display) throws StoreException {
        return tx.query(
                "SELECT * FROM qa_run WHERE display = ? AND " + COUNTS + " ORDER BY sequence",
                QaRepository::readRun,
                display.value());
    }

    /** Runs that did not come to their end, oldest first. */
    static List<StoredRun> aborted(Tx tx, ScreenId display) throws StoreException {
        return tx.query(
                "SELECT * FROM qa_run WHERE display = ? AND kind = ? ORDER BY sequence",
                QaRepository::readRun,
                display.value(),
                QaKind.ABORTED);
    }

    /** The last run of each display that measured both ends. */
    static List<StoredRun> latestWithEnds(Tx tx) throws StoreException {
        return tx.query(
                "SELECT * FROM qa_run WHERE sequence IN (SELECT MAX(sequence) FROM qa_run WHERE kind NOT IN (?, ?) AND "
                        + COUNTS + " GROUP BY display) ORDER BY display",
                QaRepository::readRun,
                QaKind.UNIFORMITY,
                QaKind.VISUAL);
    }

    /** Whatever was said of a run later, oldest first. */
    static List<StoredRun> about(Tx tx, long run) throws StoreException {
        return tx.query(
                "SELECT r.* FROM qa_run r JOIN qa_about a ON a.entry = r.sequence WHERE a.run = ? ORDER BY r.sequence",
                QaRepository::readRun,
                run);
    }

    /** Which run an entry is said to be about; empty for runs. */
    static Optional<Long> aboutOf(Tx tx, long entry) throws StoreException {
        return tx.one("SELECT run FROM qa_about WHERE entry = ?", row -> row.longValue("run"), entry);
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
                        new Luminance(row.doubleValue("cd_per_m2")),
                        colour(row),
                        row.flag("is_accepted"),
                        row.optionalDouble("taken_ms").map(millis -> Duration.ofMillis(Math.round(millis)))),
                run);
    }

    /** Verdicts of an entry in the order judged, one line each. */
    static List<String> verdicts(Tx tx, long run) throws StoreException {
        return tx.query(
                "SELECT * FROM judged_verdict WHERE run = ? ORDER BY rowid",
                row -> String.join(
                        " ",
                        row.string("profile"),
                        row.string("quantity"),
                        row.optionalDouble("measured").map(String::valueOf).orElse("-"),
                        row.string("operator"),
                        row.optionalDouble("limit_value").map(String::valueOf).orElse("-"),
                        row.string("result")),
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
                    "INSERT INTO luminance_reading (run, ordinal, rgb, cd_per_m2, is_accepted, x, z, taken_ms)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    run,
                    ordinal,
                    reading.rgb(),
                    reading.luminance().cdPerM2(),
                    reading.isAccepted(),
                    reading.colour().map(Tristimulus::x),
                    reading.colour().map(Tristimulus::z),
                    reading.taken().map(Duration::toMillis));
        }
    }

    private static Optional<Tristimulus> colour(Row row) throws StoreException {
        Optional<Double> x = row.optionalDouble("x");
        Optional<Double> z = row.optionalDouble("z");
        return x.isEmpty() || z.isEmpty()
                ? Optional.empty()
                : Optional.of(new Tristimulus(x.orElseThrow(), row.doubleValue("cd_per_m2"), z.orElseThrow()));
    }

    private static void addVerdicts(Tx tx, long run, List<Judgement> judgements) throws StoreException {
        for (Judgement judgement : judgements) {
            for (int ordinal = 0; ordinal < judgement.verdicts().size(); ordinal++) {
                addVerdict(
                        tx,
                        new Object[] {run, judgement.profile().id(), ordinal},
                        judgement.verdicts().get(ordinal));
            }
        }
    }

    private static void addVerdict(Tx tx, Object[] key, Verdict verdict) throws StoreException {
        tx.update(
                "INSERT INTO judged_verdict (run, profile, ordinal, quantity, measured, operator, limit_value, result)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                key[0],
                key[1],
                key[2],
                verdict.limit().quantity(),
                known(verdict.value()),
                verdict.limit().operator().sign(),
                known(verdict.limit().limit()),
                verdict.result());
    }

    private static Optional<Double> known(double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }

    private static StoredRun readRun(Row row) throws StoreException {
        return new StoredRun(
                row.longValue("sequence"),
                new ScreenId(row.string("display")),
                QaKind.valueOf(row.string("kind")),
                row.instant("at"),
                Assessment.valueOf(row.string("overall")),
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
                new TableNeeds(
                        row.string("ramp_sha256"),
                        row.optionalBytes("ramp").map(GammaRamp::read),
                        row.optionalString("monitor_sha256"),
                        row.optionalString("ramp_effect")
                                .map(RampEffect::valueOf)
                                .orElse(RampEffect.NOT_TRIED)),
                row.flag("is_simulated"));
    }
}
