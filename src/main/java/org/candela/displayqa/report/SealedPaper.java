package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Any other paper of this workstation, sealed with its key as reports of display QA are. What the paper is its first member says, which
 * the seal covers.
 */
// [impl->req~readiness.card~1]
public final class SealedPaper {
    private SealedPaper() {}

    /** The document with its seal as last member, UTF-8. */
    public static byte[] json(ObjectNode document, SigningKey key) {
        String text = document.toString();
        byte[] open = text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_8);
        return Seal.JSON.close(open, JsonFields.ofOpen(open), key);
    }

    /** A PDF, to which its sealed document is attached, with a seal of its own. */
    public static byte[] pdf(byte[] pages, SigningKey key) {
        return Seal.PDF.close(pages, FieldList.whole(List.of()), key);
    }

    /**
     * Checks a file.
     *
     * @param member the document's first member, which says what it is
     * @param attachment what the document is called inside a PDF
     */
    public static Verification verify(byte[] file, String member, String attachment) {
        String start = new String(file, 0, Math.min(file.length, 5), StandardCharsets.ISO_8859_1);
        return start.equals("%PDF-") ? verifyPdf(file, member, attachment) : verifyJson(file, member);
    }

    private static Verification verifyJson(byte[] file, String member) {
        String text = new String(file, StandardCharsets.UTF_8);
        return text.startsWith("{\"" + member + "\":")
                ? Seal.JSON.check(file, JsonFields::ofOpen)
                : Verification.noReport();
    }

    private static Verification verifyPdf(byte[] file, String member, String attachment) {
        Optional<byte[]> attached = PdfCheck.attachment(file, attachment);
        if (attached.isEmpty()) {
            return Verification.noReport();
        }
        Verification inner = verifyJson(attached.orElseThrow(), member);
        if (inner.check() == QaReport.Check.NOT_A_REPORT) {
            return inner;
        }
        Verification whole = Seal.PDF.check(file, content -> FieldList.whole(List.of()));
        String key = whole.keyFingerprint();
        if (!inner.isUnchanged()) {
            return Verification.changed(key, "attached document: " + inner.firstChange());
        }
        if (!whole.isUnchanged()) {
            return Verification.changed(key, "the pages; the document attached to them is unchanged and counts");
        }
        return inner.keyFingerprint().equals(key)
                ? whole
                : Verification.changed(key, "attached document: it is signed with another key");
    }
}
