package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.candela.displayqa.ledger.RecordView;
import org.candela.displayqa.ledger.StoredRun;

/** Prints what a stored record says, and attaches its JSON document. Nothing is computed here. */
final class ReportPdf {
    private static final String ATTACHMENT = "display-qa.json";
    private static final float FOOT = 806;

    private final StoredRun run;
    private final JsonNode record;
    private final String keyFingerprint;

    private ReportPdf(StoredRun run, String keyFingerprint) {
        this.run = run;
        RecordView view = run.view();
        this.record = PrintedRecord.of(view, view.judgements().get(0));
        this.keyFingerprint = keyFingerprint;
    }

    static byte[] render(StoredRun run, byte[] json, String keyFingerprint) throws IOException {
        try (PDDocument document = new PDDocument()) {
            describe(document, run);
            attach(document, json);
            new ReportPdf(run, keyFingerprint).draw(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private void draw(PDDocument document) throws IOException {
        PDFont font = PdfSheet.font(document);
        boolean hasResponse = record.has("response");
        try (PdfSheet first = PdfSheet.add(document, font)) {
            new ReportSummary(first, run, record).draw();
            foot(first, hasResponse ? "Page 1 of 2" : "Page 1 of 1");
        }
        if (hasResponse) {
            try (PdfSheet second = PdfSheet.add(document, font)) {
                float end = new ContrastPlot(second, record).draw(64);
                new LevelTable(second, record).draw(end + 26);
                foot(second, "Page 2 of 2");
            }
        }
    }

    private void foot(PdfSheet sheet, String page) throws IOException {
        sheet.pen(PdfSheet.HAIRLINE, 0.5f, 0);
        sheet.line(PdfSheet.LEFT, FOOT - 14, PdfSheet.RIGHT, FOOT - 14);
        sheet.text(
                PdfSheet.LEFT,
                FOOT - 3,
                PdfSheet.Style.NOTE,
                (run.isSimulated() ? "SIMULATED · " : "") + "Run " + run.sequence() + " · record hash " + run.hash());
        sheet.text(
                PdfSheet.LEFT,
                FOOT + 7,
                PdfSheet.Style.NOTE,
                "Signed with key " + keyFingerprint + " · check with: candela qa verify FILE");
        sheet.textEnding(PdfSheet.RIGHT, FOOT + 7, PdfSheet.Style.NOTE, page);
    }

    private static void describe(PDDocument document, StoredRun run) {
        Calendar at = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        at.setTimeInMillis(run.at().toEpochMilli());
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle("Display QA report, run " + run.sequence());
        information.setSubject(run.kind().title() + " of " + run.display() + ": " + run.resultText());
        information.setCreator("Candela");
        information.setCreationDate(at);
    }

    private static void attach(PDDocument document, byte[] json) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new java.io.ByteArrayInputStream(json));
        file.setSubtype("application/json");
        file.setSize(json.length);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(ATTACHMENT);
        specification.setFileUnicode(ATTACHMENT);
        specification.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(ATTACHMENT, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }
}
