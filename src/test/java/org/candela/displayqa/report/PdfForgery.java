package org.candela.displayqa.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** A report opened, changed and saved with an ordinary PDF tool; its seal is put back where it was. */
final class PdfForgery {
    private PdfForgery() {}

    static byte[] withAttachment(byte[] report, byte[] json) throws Exception {
        try (PDDocument document = Loader.loadPDF(report)) {
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            Objects.requireNonNull(files.get(ReportPdf.ATTACHMENT))
                    .setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(json)));
            return saved(document, report);
        }
    }

    /** The first page bears the words of the second too. */
    static byte[] withOtherPage(byte[] report) throws Exception {
        try (PDDocument document = Loader.loadPDF(report)) {
            PDPage first = document.getPage(0);
            first.setContents(new org.apache.pdfbox.pdmodel.common.PDStream(
                    document, document.getPage(1).getContents()));
            return saved(document, report);
        }
    }

    private static byte[] saved(PDDocument document, byte[] report) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        String old = new String(report, StandardCharsets.ISO_8859_1);
        String seal = old.substring(old.indexOf("%CandelaSeal"), old.lastIndexOf("startxref"));
        String text = bytes.toString(StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf("startxref");
        return (text.substring(0, at) + seal + text.substring(at)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
