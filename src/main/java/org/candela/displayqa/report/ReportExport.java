package org.candela.displayqa.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.candela.base.CandelaException;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaException;

/** Writes signed reports of stored runs and notes in the audit trail that they left. Blocks on the disk. */
// [impl->req~displayqa.export~1]
public final class ReportExport {
    private final QaLedger ledger;
    private final Path keyFile;
    private final Clock clock;

    /** @param keyFile where the signing key is kept, or will be */
    public ReportExport(QaLedger ledger, Path keyFile, Clock clock) {
        this.ledger = ledger;
        this.keyFile = keyFile;
        this.clock = clock;
    }

    /**
     * A report as written.
     *
     * @param keyFingerprint of the key that both files are signed with
     */
    public record Exported(Path pdf, Path json, String keyFingerprint) {}

    /**
     * Writes {@code display-qa-<run>.pdf} and {@code .json}, over those of an earlier export of the same run.
     *
     * @param folder made when it is not there
     * @param actor who takes the report out, for the audit trail
     * @throws QaException {@code displayqa.report-unwritten} naming the folder, or when the key cannot be used
     */
    public Exported export(StoredRun run, Path folder, String actor) throws CandelaException {
        SigningKey key = SigningKey.loadOrCreate(keyFile);
        QaReport report = QaReport.of(run, key);
        String name = "display-qa-" + run.sequence();
        try {
            Files.createDirectories(folder);
            Path pdf = Files.write(folder.resolve(name + ".pdf"), report.pdf());
            Path json = Files.write(folder.resolve(name + ".json"), report.json());
            ledger.noteExport(run, clock.instant(), actor);
            return new Exported(pdf, json, key.fingerprint());
        } catch (IOException e) {
            throw new QaException(
                    "displayqa.report-unwritten",
                    "the report of run " + run.sequence() + " cannot be written to " + folder + ": " + e,
                    e);
        }
    }
}
