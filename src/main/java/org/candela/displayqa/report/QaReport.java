package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.RecordJson;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaException;

/**
 * The report of one stored run by one standard: one document in several forms, each signed as a whole.
 *
 * <p>All say what the ledger says: the record, the judgement, their hashes and the head of the chain. The same document
 * and key give the same bytes.
 */
// [impl->req~displayqa.report~1]
public final class QaReport {
    private static final long LARGEST_FILE = 64L << 20;

    private final ObjectNode document;
    private final SigningKey key;

    private QaReport(ObjectNode document, SigningKey key) {
        this.document = document;
        this.key = key;
    }

    static QaReport of(ReportMatter matter, SigningKey key) {
        return new QaReport(ReportDocument.of(matter), key);
    }

    /**
     * The report of {@code run} for one who asks, to be signed with {@code key}.
     *
     * @throws CandelaException when the entry is no run, or there is no such standard
     */
    public static QaReport of(QaLedger ledger, StoredRun run, ReportOrder order, Signer signer)
            throws CandelaException {
        return of(ReportMatter.of(ledger, run, order, signer.said()), signer.key());
    }

    /** Who signs, and for whom the audit trail is told that a standard was asked. */
    public record Signer(SigningKey key, String actor, Clock clock) {
        ReportMatter.Said said() {
            return new ReportMatter.Said(actor, clock);
        }
    }

    /** What a check of a report found. */
    public enum Check {
        /** Every byte is as it was signed. */
        UNCHANGED,
        /** Something was changed after signing. */
        CHANGED,
        /** No QA report of Candela. */
        NOT_A_REPORT
    }

    /** The sealed file in one form. */
    public byte[] bytes(ReportFormat format) throws IOException {
        return switch (format) {
            case JSON -> json();
            case PDF -> pdf();
            case CSV -> csv();
            case DICOM -> dicom();
        };
    }

    /** The sealed JSON document, UTF-8. */
    public byte[] json() {
        String text = RecordJson.canonical(document);
        byte[] open = text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_8);
        return Seal.JSON.close(open, JsonFields.ofOpen(open), key);
    }

    /** The sealed table. */
    public byte[] csv() {
        byte[] rows = ReportCsv.of(document);
        return Seal.CSV.close(rows, CsvText.fields(rows), key);
    }

    /** The sealed PDF, with the sealed JSON document attached. */
    public byte[] pdf() throws IOException {
        return Seal.PDF.close(ReportPdf.render(json()), FieldList.whole(List.of()), key);
    }

    /** The sealed Display System object, with the sealed JSON document in a private element. */
    public byte[] dicom() throws IOException {
        byte[] content = DicomSystem.of(document, json());
        return Seal.DICOM.close(content, DicomFields.of(content), key);
    }

    /**
     * Checks a report file of any form and version. Anything that is not exactly what was written counts as changed.
     *
     * @throws QaException when the file is larger than any report
     */
    // [impl->req~displayqa.report-first-change~1]
    public static Verification verify(Path file) throws IOException, QaException {
        return ReportFile.of(read(file)).verify();
    }

    static Verification verify(byte[] file) {
        return ReportFile.of(file).verify();
    }

    /** What the report in {@code file} says of the chain, held against the ledger it comes from. */
    public static ChainFinding verify(Path file, QaLedger ledger) throws IOException, CandelaException {
        return ChainClaim.of(ReportFile.of(read(file))).against(ledger);
    }

    private static byte[] read(Path file) throws IOException, QaException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new QaException(
                    "displayqa.report-too-large",
                    file + " is larger than any report of Candela; no report was checked");
        }
        return Files.readAllBytes(file);
    }
}
