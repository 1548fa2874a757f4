package org.candela.displayqa.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candela.displayqa.ledger.RecordJson;

/**
 * Checks a PDF report. When it was changed, the document attached to it is checked, the report is printed anew from that,
 * and the first line that differs is named.
 */
final class PdfCheck {
    private static final int MOST_PAGES = 200;

    private PdfCheck() {}

    static Verification of(byte[] file) {
        Verification whole = Seal.PDF.check(file, content -> FieldList.whole(List.of()));
        Optional<byte[]> attached = attachment(file);
        if (attached.isEmpty()) {
            return Verification.changed(whole.keyFingerprint(), "the document that should be attached is not there");
        }
        byte[] json = attached.orElseThrow();
        Verification inner = Seal.JSON.check(json, JsonFields::ofOpen);
        if (!inner.isUnchanged()) {
            return Verification.changed(whole.keyFingerprint(), "attached document: " + inner.firstChange());
        }
        if (whole.isUnchanged()) {
            return inner.keyFingerprint().equals(whole.keyFingerprint())
                    ? whole
                    : Verification.changed(
                            whole.keyFingerprint(),
                            "attached document: it is signed with another key, " + inner.keyFingerprint());
        }
        return Verification.changed(whole.keyFingerprint(), firstLine(file, json, whole));
    }

    /** The sealed JSON document inside; empty where there is none or the file cannot be read. */
    static Optional<byte[]> attachment(byte[] file) {
        return attachment(file, ReportPdf.ATTACHMENT);
    }

    /** The same of a document by its name. */
    static Optional<byte[]> attachment(byte[] file, String name) {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            Map<String, PDComplexFileSpecification> files = names == null || names.getEmbeddedFiles() == null
                    ? null
                    : names.getEmbeddedFiles().getNames();
            PDComplexFileSpecification found = files == null ? null : files.get(name);
            return found == null || found.getEmbeddedFile() == null
                    ? Optional.empty()
                    : Optional.of(found.getEmbeddedFile().toByteArray());
        } catch (IOException | RuntimeException e) { // what the library throws of a damaged file is not told
            return Optional.empty();
        }
    }

    private static String firstLine(byte[] file, byte[] json, Verification whole) {
        if (!isPrintedLikeNow(json)) {
            return "the pages; the document attached to them is unchanged and counts. Pages of this version are no"
                    + " longer printed, so that no line can be named";
        }
        try {
            byte[] fresh = ReportPdf.render(json);
            List<String> found = lines(file);
            List<String> expected = lines(fresh);
            for (int i = 0; i < Math.max(found.size(), expected.size()); i++) {
                String now = i < found.size() ? found.get(i) : "nothing";
                String then = i < expected.size() ? expected.get(i) : "nothing";
                if (!now.equals(then)) {
                    return now + " stands where the attached document prints " + then;
                }
            }
            return Seal.PDF
                    .open(file)
                    .map(opened -> byteOf(opened.content(), fresh))
                    .orElse(whole.firstChange());
        } catch (IOException | RuntimeException e) { // as above
            return "the pages cannot be read: " + e.getMessage();
        }
    }

    private static boolean isPrintedLikeNow(byte[] json) {
        return RecordJson.parse(new String(json, StandardCharsets.UTF_8))
                        .path(ReportDocument.VERSION_MEMBER)
                        .asInt()
                == ReportDocument.VERSION;
    }

    private static String byteOf(byte[] content, byte[] fresh) {
        int at = Arrays.mismatch(content, fresh);
        return at < 0 ? "the seal" : "byte " + at + "; every line is still as the attached document prints it";
    }

    private static List<String> lines(byte[] file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            int pages = Math.min(MOST_PAGES, document.getNumberOfPages());
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                int number = page;
                stripper.getText(document).lines().forEach(line -> lines.add("page " + number + ", \"" + line + "\""));
            }
        }
        return lines;
    }
}
