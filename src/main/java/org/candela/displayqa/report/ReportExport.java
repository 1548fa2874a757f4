package org.candela.displayqa.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

    /** @param keyFile where earlier versions kept the signing key, as {@link SigningKeys} says */
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
     * Which report, and where it goes.
     *
     * @param formats at least one
     * @param folder made when it is not there
     * @param actor who takes the report out, for the audit trail
     */
    public record Wish(ReportOrder order, List<ReportFormat> formats, Path folder, String actor) {
        public Wish {
            formats = List.copyOf(formats);
        }
    }

    /**
     * Files of one report, each written whole.
     *
     * @param keyFingerprint of the key that all are signed with
     */
    public record Written(Map<ReportFormat, Path> files, String keyFingerprint) {
        public Written {
            files = Map.copyOf(files);
        }
    }

    /**
     * Writes {@code display-qa-<run>.pdf} and {@code .json} by the standard that the run was measured for, over those of
     * an earlier export of the same run.
     *
     * @throws QaException {@code displayqa.report-unwritten} naming the folder, or when the key cannot be used
     */
    public Exported export(StoredRun run, Path folder, String actor) throws CandelaException {
        Written written = exportUsual(run, List.of(ReportFormat.PDF, ReportFormat.JSON), folder, actor);
        return new Exported(
                Objects.requireNonNull(written.files().get(ReportFormat.PDF)),
                Objects.requireNonNull(written.files().get(ReportFormat.JSON)),
                written.keyFingerprint());
    }

    /** The same in other formats. */
    public Written exportUsual(StoredRun run, List<ReportFormat> formats, Path folder, String actor)
            throws CandelaException {
        return write(run, "display-qa-" + run.sequence(), new Wish(ReportOrder.usual(run), formats, folder, actor));
    }

    /**
     * Writes {@code display-qa-<run>-<facility or standard>.<format>} for each format wished, over those of an earlier
     * export of the same.
     *
     * @throws QaException as the other {@code export}
     */
    public Written export(StoredRun run, Wish wish) throws CandelaException {
        ReportOrder order = wish.order();
        String whom = order.facility().map(facility -> facility.id().toString()).orElse(order.profile());
        return write(run, "display-qa-" + run.sequence() + "-" + whom, wish);
    }

    private Written write(StoredRun run, String name, Wish wish) throws CandelaException {
        SigningKey key = new SigningKeys(ledger, keyFile, clock).current();
        QaReport report = QaReport.of(ledger, run, wish.order(), new QaReport.Signer(key, wish.actor(), clock));
        try {
            Files.createDirectories(wish.folder());
            Map<ReportFormat, Path> files = new TreeMap<>();
            for (ReportFormat format : wish.formats()) {
                Path target = wish.folder().resolve(name + "." + format.ending());
                files.put(format, writeWhole(target, report.bytes(format)));
            }
            ledger.noteExport(run, clock.instant(), wish.actor());
            return new Written(files, key.fingerprint());
        } catch (IOException e) {
            throw new QaException(
                    "displayqa.report-unwritten",
                    "the report of run " + run.sequence() + " cannot be written to " + wish.folder() + ": " + e,
                    e);
        }
    }

    private static Path writeWhole(Path target, byte[] bytes) throws IOException {
        Path draft = Files.createTempFile(target.toAbsolutePath().getParent(), ".writing-", ".tmp");
        try {
            Files.write(draft, bytes);
            return Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
