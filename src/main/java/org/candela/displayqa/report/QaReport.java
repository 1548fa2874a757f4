package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.candela.displayqa.ledger.RecordJson;
import org.candela.displayqa.ledger.StoredRun;

/**
 * The report of a stored QA run: a JSON file and a PDF that holds the same JSON, each signed as a whole.
 *
 * <p>Both say what the ledger says: the record, its hash and the hash of the run before.
 */
// [impl->req~displayqa.report~1]
public final class QaReport {
    private static final String JSON_START = "{\"candelaDisplayQaReport\":";
    private static final String PDF_START = "%PDF-";

    private final StoredRun run;
    private final SigningKey key;

    private QaReport(StoredRun run, SigningKey key) {
        this.run = run;
        this.key = key;
    }

    /** The report of {@code run}, to be signed with {@code key}. */
    public static QaReport of(StoredRun run, SigningKey key) {
        return new QaReport(run, key);
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

    /**
     * A check and the key that signed.
     *
     * @param keyFingerprint to be compared with the one the workstation's owner gave; empty when there is none
     */
    public record Verification(Check check, String keyFingerprint) {}

    /** The sealed JSON document, UTF-8. */
    public byte[] json() {
        ObjectNode document = (ObjectNode) RecordJson.parse("{}");
        document.put("candelaDisplayQaReport", 1);
        document.set("record", RecordJson.parse(run.record()));
        document.putObject("chain")
                .put("sequence", run.sequence())
                .put("previousHash", run.previousHash())
                .put("hash", run.hash());
        String text = RecordJson.canonical(document);
        byte[] open = text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_8);
        return Seal.JSON.close(open, key);
    }

    /** The sealed PDF, with the JSON document attached. */
    public byte[] pdf() throws IOException {
        return Seal.PDF.close(ReportPdf.render(run, json(), key.fingerprint()), key);
    }

    /** Checks a report file, JSON or PDF. Anything that is not exactly what was written counts as changed. */
    public static Verification verify(Path file) throws IOException {
        return verify(Files.readAllBytes(file));
    }

    static Verification verify(byte[] file) {
        if (startsWith(file, PDF_START)) {
            return contains(file, "%%CandelaSeal") ? Seal.PDF.check(file) : new Verification(Check.NOT_A_REPORT, "");
        }
        return startsWith(file, JSON_START) ? Seal.JSON.check(file) : new Verification(Check.NOT_A_REPORT, "");
    }

    private static boolean startsWith(byte[] file, String start) {
        return new String(file, 0, Math.min(file.length, start.length()), StandardCharsets.ISO_8859_1).equals(start);
    }

    private static boolean contains(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(text);
    }
}
