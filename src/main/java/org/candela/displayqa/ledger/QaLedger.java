package org.candela.displayqa.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.ScreenId;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.MeterCertificate;
import org.candela.calibration.device.Photometer;
import org.candela.displayqa.measure.Calibration;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.RoomIlluminance;
import org.candela.image.DisplayLut;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * Every QA run ever made at this workstation, and the display tables in force. Append-only; safe from any thread, blocks
 * on the disk.
 */
// [impl->req~displayqa.ledger~1]
public final class QaLedger {
    private final Database database;
    private final AuditLog audit;

    public QaLedger(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Keeps a record, its readings, verdicts and audit event in one transaction; all or nothing. */
    public StoredRun keep(QaRecord record) throws StoreException {
        return database.write(tx -> append(tx, record));
    }

    /**
     * {@link #keep} for a calibration that did not fail: its table is in force from this transaction on.
     *
     * @throws IllegalArgumentException when the record is no calibration, or it failed
     */
    public StoredRun keepAndUse(QaRecord record) throws StoreException {
        Optional<Calibration> made = record.outcome().calibration();
        if (made.isEmpty() || record.judgements().get(0).overall() == Assessment.FAIL) {
            throw new IllegalArgumentException("only a calibration that did not fail is put to use");
        }
        Calibration calibration = made.orElseThrow();
        return database.write(tx -> {
            StoredRun stored = append(tx, record);
            QaRepository.putToUse(tx, stored, calibration.lut(), TableNeeds.of(calibration, record.outcome()));
            audit.append(tx, event(record, stored, AuditAction.DISPLAY_CALIBRATED));
            return stored;
        });
    }

    /**
     * {@link #keep} for a test that proves a display as it was found, without a table of ours: images go to it unchanged
     * from this transaction on, and its graphics LUT is watched like that of a table.
     *
     * @param rampSha256 hash of the graphics LUT found
     * @throws IllegalArgumentException when the record proves no response, or failed
     */
    // [impl->req~displayqa.as-found~1]
    public StoredRun keepAsFound(QaRecord record, String rampSha256) throws StoreException {
        if (!record.outcome().kind().provesResponse()
                || record.judgements().get(0).overall() == Assessment.FAIL) {
            throw new IllegalArgumentException("only a test of the response that did not fail proves a display");
        }
        return database.write(tx -> {
            StoredRun stored = append(tx, record);
            QaRepository.putToUse(tx, stored, DisplayLut.IDENTITY, TableNeeds.asFound(rampSha256));
            return stored;
        });
    }

    /** The display table in force; empty for a display that was never calibrated. */
    public Optional<ActiveLut> activeLut(ScreenId display) throws StoreException {
        return database.read(tx -> QaRepository.activeLut(tx, display));
    }

    /** The run with this number. */
    public Optional<StoredRun> run(long sequence) throws StoreException {
        return database.read(tx -> QaRepository.run(tx, sequence));
    }

    /** The last entry of the chain, on whatever display; empty for a new ledger. */
    public Optional<StoredRun> head() throws StoreException {
        return database.read(QaRepository::head);
    }

    /** Displays that were ever measured here. */
    public List<ScreenId> displays() throws StoreException {
        return database.read(QaRepository::displays);
    }

    /** The last run on a display, of any kind. */
    public Optional<StoredRun> latest(ScreenId display) throws StoreException {
        return database.read(tx -> QaRepository.latest(tx, display));
    }

    /** The last run of one kind on a display. */
    public Optional<StoredRun> latest(ScreenId display, QaKind kind) throws StoreException {
        return database.read(tx -> QaRepository.latest(tx, display, kind));
    }

    /** The last run on a display of any of these kinds. */
    public Optional<StoredRun> latest(ScreenId display, Set<QaKind> kinds) throws StoreException {
        return database.read(tx -> QaRepository.latest(tx, display, kinds));
    }

    /** The last run on a display that found something of a type, as {@code "field"} or {@code "visual"}. */
    public Optional<StoredRun> latestWith(ScreenId display, Set<QaKind> kinds, String type) throws StoreException {
        return database.read(tx -> QaRepository.latestWith(tx, display, kinds, type));
    }

    /** The last run on a display that measured conformance: a calibration or a constancy test. */
    public Optional<StoredRun> latestConformance(ScreenId display) throws StoreException {
        return database.read(tx -> QaRepository.latestConformance(tx, display));
    }

    /**
     * What a standard says of a run that was not judged by it when it was made: the figures are those of its record.
     *
     * @return the judgement as an entry of its own, chained like a run
     */
    // [impl->req~displayqa.later-judgement~1]
    public StoredRun judge(StoredRun run, CalibrationProfile profile, Instant at, String operator)
            throws StoreException {
        Judgement judgement = Judgement.of(profile, run.kind(), StoredValues.of(run));
        return keep(LaterEntry.judgement(run, new Said(at, operator), judgement));
    }

    /**
     * Says that a run does not count, as when the meter had slipped. It stays in the ledger, and so does the reason.
     *
     * @param reason not blank
     */
    // [impl->req~displayqa.withdrawal~1]
    public StoredRun withdraw(StoredRun run, String reason, Instant at, String operator) throws StoreException {
        if (reason.isBlank() || !run.kind().isRun()) {
            throw new IllegalArgumentException("a run is withdrawn for a reason");
        }
        return keep(LaterEntry.withdrawal(run, new Said(at, operator), reason));
    }

    /** What one standard says of a run; where nobody judged it by that yet, it is judged now, and nothing is written. */
    // [impl->req~displayqa.standing-by-standard~1]
    public RunVerdict verdict(StoredRun run, CalibrationProfile standard) throws StoreException {
        return RunVerdict.of(run, about(run), standard);
    }

    /** Judgements and withdrawals of a run, oldest first. */
    public List<StoredRun> about(StoredRun run) throws StoreException {
        return database.read(tx -> QaRepository.about(tx, run.sequence()));
    }

    /** All runs on a display that count, oldest first. */
    public List<StoredRun> history(ScreenId display) throws StoreException {
        return database.read(tx -> QaRepository.history(tx, display));
    }

    /** Runs on a display that were cancelled or broke off, oldest first; none of them counts. */
    // [impl->req~displayqa.aborted~1]
    public List<StoredRun> aborted(ScreenId display) throws StoreException {
        return database.read(tx -> QaRepository.aborted(tx, display));
    }

    /** The last certificate entered for a meter of this make, model and serial; none for one without a serial. */
    // [impl->req~displayqa.certificate~1]
    public Optional<MeterCertificate> certificate(Photometer.Identity meter) throws StoreException {
        return meter.serial().isBlank()
                ? Optional.empty()
                : database.read(tx -> MeterCertificateRepository.latest(tx, meter));
    }

    /** Enters a certificate, with a note in the audit trail; a later one of the same meter counts instead. */
    public void certify(Photometer.Identity meter, MeterCertificate certificate, Said by) throws StoreException {
        database.change(tx -> {
            MeterCertificateRepository.append(tx, meter, certificate, by);
            Map<String, String> facts = Map.of(
                    "meter", meter.text(),
                    "certificate", certificate.number(),
                    "due", certificate.due().toString());
            audit.append(tx, by.event(AuditAction.METER_CERTIFIED, "meter-" + meter.serial(), facts));
        });
    }

    /** The key that signs reports; empty where none was made yet. */
    public Optional<SealedKey> signingKey() throws StoreException {
        return database.read(SigningKeyRepository::last);
    }

    /** Public keys that ever signed here, oldest first. */
    public List<String> signingKeys() throws StoreException {
        return database.read(SigningKeyRepository::all);
    }

    /**
     * Keeps a key unless another one came since.
     *
     * @param before the last key when this one was made
     * @return the key that signs now
     */
    public SealedKey keepSigningKey(Optional<SealedKey> before, SealedKey made, Said by) throws StoreException {
        return database.write(tx -> {
            Optional<SealedKey> last = SigningKeyRepository.last(tx);
            if (!last.map(SealedKey::publicKey).equals(before.map(SealedKey::publicKey))) {
                return last.orElseThrow(() -> new StoreException("store.missing", "a signing key went away"));
            }
            SigningKeyRepository.append(tx, made, by);
            Map<String, String> facts = Map.of("publicKey", made.publicKey());
            audit.append(tx, by.event(AuditAction.SIGNING_KEY_MADE, "signing-key", facts));
            return made;
        });
    }

    /** Room light that the screens reflect, as it was last entered; empty when nobody did. */
    // [impl->req~displayqa.room-light~1]
    public Optional<Luminance> roomLight() throws StoreException {
        return database.read(RoomLightRepository::latest);
    }

    /** Enters the room light, with a note in the audit trail; a later one counts instead. */
    public void provideRoomLight(Luminance ambient, Said by) throws StoreException {
        database.change(tx -> {
            RoomLightRepository.append(tx, ambient, by);
            Map<String, String> facts = Map.of("cdPerM2", Double.toString(ambient.cdPerM2()));
            audit.append(tx, by.event(AuditAction.ROOM_LIGHT_ENTERED, "room", facts));
        });
    }

    /** Light of the room in lx, as it was last measured or told; empty when nobody did. */
    // [impl->req~displayqa.room-illuminance~1]
    public Optional<RoomIlluminance> roomIlluminance() throws StoreException {
        return database.read(RoomLightRepository::latestIlluminance);
    }

    /** Enters the light of the room, with a note in the audit trail; a later one counts instead. */
    public void enterRoomIlluminance(RoomIlluminance light, Said by) throws StoreException {
        database.change(tx -> {
            RoomLightRepository.append(tx, light, by);
            Map<String, String> facts = Map.of(
                    "lux", Double.toString(light.light().lux()),
                    "source", light.source().name(),
                    "by", light.by());
            audit.append(tx, by.event(AuditAction.ROOM_LIGHT_ENTERED, "room", facts));
        });
    }

    /** Ends of the scale of the last run of each display that measured them. */
    public List<StoredWhite> latestWhites() throws StoreException {
        return database.read(QaRepository::latestWithEnds).stream()
                .map(StoredWhite::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Ends of the scale that one run measured. */
    public Optional<StoredWhite> white(long run) throws StoreException {
        return run(run).flatMap(StoredWhite::of);
    }

    /** Notes in the audit trail that the report of {@code run} left this workstation. */
    public void noteExport(StoredRun run, Instant at, String actor) throws StoreException {
        AuditEvent event =
                new Said(at, actor).event(AuditAction.EXPORTED, "qa_run-" + run.sequence(), Map.of("hash", run.hash()));
        database.change(tx -> audit.append(tx, event));
    }

    /** What is wrong with the ledger, naming the first bad run; empty when every run is the one that was appended. */
    public Optional<String> firstFault() throws StoreException {
        return database.read(LedgerCheck::firstFault);
    }

    private StoredRun append(Tx tx, QaRecord record) throws StoreException {
        StoredRun stored = QaRepository.append(tx, record);
        audit.append(tx, event(record, stored, AuditAction.DISPLAY_QA_RECORDED));
        return stored;
    }

    private StoredRun keep(LaterEntry entry) throws StoreException {
        return database.write(tx -> {
            StoredRun stored = QaRepository.append(tx, entry);
            audit.append(tx, event(entry.by(), stored, AuditAction.DISPLAY_QA_RECORDED));
            return stored;
        });
    }

    private static AuditEvent event(QaRecord record, StoredRun stored, AuditAction action) {
        return event(new Said(record.at(), record.operator()), stored, action);
    }

    private static AuditEvent event(Said by, StoredRun stored, AuditAction action) {
        return by.event(
                action,
                "qa_run-" + stored.sequence(),
                Map.of(
                        "display", stored.display().value(),
                        "kind", stored.kind().name(),
                        "result", stored.resultText(),
                        "hash", stored.hash()));
    }
}
