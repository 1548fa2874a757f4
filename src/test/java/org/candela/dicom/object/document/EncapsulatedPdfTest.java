package org.candela.dicom.object.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.candela.Corpus;
import org.candela.Fuzz;
import org.candela.Mutator;
import org.candela.Peer;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.UnsupportedObjectException;
import org.candela.image.RasterArgb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncapsulatedPdfTest {
    @TempDir
    private Path folder;

    // [utest->req~dicom-object.pdf-pages~1]
    @Test
    void wordsOfAPageAreReadAndItsSizeIsThatOfPaper() throws Exception {
        try (PdfPages pages = PdfPages.open(EncapsulatedPdf.read(dataSet(PdfSamples.letter())))) {
            assertTrue(pages.text(0).contains("No pleural effusion"), pages.text(0));
            assertEquals(210, pages.size(0).widthMm(), 0.2);
            assertEquals(297, pages.size(0).heightMm(), 0.2);
        }
    }

    // [utest->req~dicom-object.pdf-bounded~1]
    @Test
    void aPdfWhosePartsInflateBeyondMeasureIsRefusedBeforeTheyDo() throws Exception {
        UnsupportedObjectException refused = assertThrows(
                UnsupportedObjectException.class,
                () -> PdfPages.open(EncapsulatedPdf.read(dataSet(PdfSamples.bomb(1)))));

        assertTrue(String.valueOf(refused.getMessage()).contains("inflates"), refused.getMessage());
        assertThrows(
                UnsupportedObjectException.class,
                () -> PdfPages.open(EncapsulatedPdf.read(dataSet(PdfSamples.bomb(2)))));
    }

    // [utest->req~dicom-object.pdf-bounded~1]
    @Test
    void aPageThatAsksForEndlessWorkIsGivenUp() throws Exception {
        EncapsulatedPdf pdf = EncapsulatedPdf.read(dataSet(PdfSamples.endless()));
        try (PdfPages pages = PdfPages.open(pdf, () -> new WorkLimit(Duration.ofMillis(500)))) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> assertThrows(UnsupportedObjectException.class, () -> pages.page(0, 300)));
        }
    }

    // [utest->req~dicom-object.pdf-bounded~1]
    @Test
    void anImageOfABillionPixelsIsNotDecoded() throws Exception {
        try (PdfPages pages = PdfPages.open(EncapsulatedPdf.read(dataSet(PdfSamples.hugeImage())))) {
            assertThrows(UnsupportedObjectException.class, () -> pages.page(0, 300));
        }
    }

    /** Two pages of 200 × 100 points, the lower left quarter of the first one red. */
    private static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage first = new PDPage(new PDRectangle(200, 100));
            document.addPage(first);
            document.addPage(new PDPage(new PDRectangle(200, 100)));
            try (PDPageContentStream content = new PDPageContentStream(document, first)) {
                content.setNonStrokingColor(1f, 0f, 0f);
                content.addRect(0, 0, 100, 50);
                content.fill();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    static Attributes dataSet(byte[] pdf) {
        Attributes image = ObjectFiles.image("1.2.3.4.5.8").remove(Tag.PixelData);
        return image.set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.104.1")
                .set(Tag.DocumentTitle, VR.ST, "Letter")
                .set(Tag.MIMETypeOfEncapsulatedDocument, VR.LO, "application/pdf")
                .setNumbers(0x00420015, VR.UL, pdf.length)
                .setBytes(Tag.EncapsulatedDocument, VR.OB, pdf);
    }

    // [utest->req~dicom-object.pdf-read~1]
    @Test
    void theDocumentIsItsBytesWithoutPadding() throws Exception {
        byte[] pdf = pdf();
        byte[] odd = pdf.length % 2 == 1 ? pdf : Arrays.copyOf(pdf, pdf.length + 1);

        EncapsulatedPdf read = EncapsulatedPdf.read(ObjectFiles.reread(dataSet(odd)));

        assertArrayEquals(odd, read.bytes());
        assertEquals("Letter", read.title());
    }

    // [utest->req~dicom-object.pdf-pages~1]
    @Test
    void aPageIsAPictureOfTheWidthAskedFor() throws Exception {
        try (PdfPages pages = PdfPages.open(EncapsulatedPdf.read(dataSet(pdf())))) {
            RasterArgb page = pages.page(0, 400);

            assertEquals(2, pages.count());
            assertEquals(List.of(400, 200), List.of(page.width(), page.height()));
            assertEquals(0xFFFF0000, page.argb(100, 150), "lower left");
            assertEquals(0xFFFFFFFF, page.argb(300, 150), "lower right");
            assertEquals(0xFFFFFFFF, page.argb(100, 50), "upper left");
        }
    }

    // [utest->req~dicom-object.pdf-pages~1]
    @Test
    void aPageThatIsNotThereOrTooWideIsRefused() throws Exception {
        try (PdfPages pages = PdfPages.open(EncapsulatedPdf.read(dataSet(pdf())))) {
            assertThrows(IndexOutOfBoundsException.class, () -> pages.page(2, 100));
            assertThrows(IllegalArgumentException.class, () -> pages.page(0, 10_000));
        }
    }

    // [utest->req~dicom-object.pdf-read~1]
    @Test
    void whatIsNoPdfIsRefusedWhateverItIsCalled() {
        Attributes program = dataSet("MZ this is a program".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        UnsupportedObjectException refusal =
                assertThrows(UnsupportedObjectException.class, () -> EncapsulatedPdf.read(program));

        assertEquals("(0042,0011): does not begin as a PDF", refusal.getMessage());
    }

    // [utest->req~dicom-object.pdf-read~1]
    @Test
    void aPdfPackedByDcmtkIsReadAsItWas() throws Exception {
        Peer.need("pdf2dcm");
        byte[] pdf = pdf();
        Path file = Files.write(folder.resolve("letter.pdf"), pdf);
        Path packed = folder.resolve("letter.dcm");
        Peer.run(folder, List.of("pdf2dcm", "+t", "Befund", file.toString(), packed.toString()));

        EncapsulatedPdf read = EncapsulatedPdf.read(DicomReader.read(packed).dataSet());

        assertEquals("Befund", read.title());
        assertArrayEquals(pdf, Arrays.copyOf(read.bytes(), pdf.length));
        assertTrue(read.bytes().length - pdf.length <= 1, "at most the byte that pads it");
    }

    // [utest->req~dicom-object.pdf-pages~1]
    @Test
    void theDocumentOfTheCorpusHasAPage() throws Exception {
        Path file = Corpus.folder().resolve("derived/pdf/report.dcm");

        try (PdfPages pages =
                PdfPages.open(EncapsulatedPdf.read(DicomReader.read(file).dataSet()))) {
            RasterArgb page = pages.page(0, 300);

            assertEquals(300, page.width());
            assertTrue(Arrays.stream(page.pixels()).anyMatch(pixel -> pixel != 0xFFFFFFFF), "something is printed");
        }
    }

    // [utest->req~dicom-object.bounded~1]
    @Test
    void aDamagedPdfIsDrawnOrRefused() throws Exception {
        byte[] pdf = pdf();

        Fuzz.slice("object.pdf", 300)
                .allowing(UnsupportedObjectException.class)
                .run(List.of(new Fuzz.Seed("two pages", pdf)), Mutator::mutated, (input, random) -> {
                    try (PdfPages pages = PdfPages.open(EncapsulatedPdf.read(dataSet(input)))) {
                        return pages.page(0, 100);
                    }
                })
                .requireBothOutcomes();
    }
}
