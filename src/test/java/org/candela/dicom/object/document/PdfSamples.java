package org.candela.dicom.object.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.candela.dicom.Attributes;
import org.jspecify.annotations.Nullable;

/** Documents of our own making, kind and hostile. */
public final class PdfSamples {
    private PdfSamples() {}

    /** An encapsulated PDF of {@code pdf}. */
    public static Attributes object(byte[] pdf) {
        return EncapsulatedPdfTest.dataSet(pdf);
    }

    /** A letter of three pages of A4. */
    public static byte[] letter() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int page = 1; page <= 3; page++) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    content.beginText();
                    content.setFont(font, 14);
                    content.setLeading(20);
                    content.newLineAtOffset(70, 760);
                    content.showText("Letter of SYNTHETIC, Zoe, page " + page + " of 3");
                    content.newLine();
                    for (int line = 1; line <= 28; line++) {
                        content.showText(
                                line == 5 && page != 2 ? "No pleural effusion." : "Line " + line + " of words.");
                        content.newLine();
                    }
                    content.endText();
                    content.setNonStrokingColor(0.8f, 0.1f, 0.1f);
                    content.addRect(70, 90, 120, 40);
                    content.fill();
                }
            }
            return saved(document);
        }
    }

    /** A page whose content inflates to 400 MB of blanks, compressed so many times. */
    static byte[] bomb(int layers) throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        try (OutputStream deflated = new DeflaterOutputStream(part)) {
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 400; i++) {
                deflated.write(blanks);
            }
        }
        byte[] bytes = part.toByteArray();
        for (int layer = 1; layer < layers; layer++) {
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            try (OutputStream deflated = new DeflaterOutputStream(again)) {
                deflated.write(bytes);
            }
            bytes = again.toByteArray();
        }
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(200, 100));
            document.addPage(page);
            COSStream stream = document.getDocument().createCOSStream();
            try (OutputStream raw = stream.createRawOutputStream()) {
                raw.write(bytes);
            }
            org.apache.pdfbox.cos.COSArray filters = new org.apache.pdfbox.cos.COSArray();
            for (int layer = 0; layer < layers; layer++) {
                filters.add(COSName.FLATE_DECODE);
            }
            stream.setItem(COSName.FILTER, filters);
            page.setContents(new PDStream(stream));
            return saved(document);
        }
    }

    /** A form that draws a form ten times, that draws a form ten times, and so on. */
    static byte[] endless() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFormXObject inner = form(document, "0 0 10 10 re f\n".repeat(100), null);
            for (int level = 0; level < 9; level++) {
                inner = form(document, "/F Do\n".repeat(10), inner);
            }
            PDPage page = new PDPage(new PDRectangle(200, 100));
            document.addPage(page);
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("F"), inner);
            page.setResources(resources);
            PDStream content = new PDStream(document);
            try (OutputStream out = content.createOutputStream()) {
                out.write("/F Do\n/F Do\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
            page.setContents(content);
            return saved(document);
        }
    }

    /** An image that says it has 40,000 × 40,000 pixels. */
    static byte[] hugeImage() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(200, 100));
            document.addPage(page);
            COSStream image = document.getDocument().createCOSStream();
            image.setItem(COSName.TYPE, COSName.XOBJECT);
            image.setItem(COSName.SUBTYPE, COSName.IMAGE);
            image.setInt(COSName.WIDTH, 40_000);
            image.setInt(COSName.HEIGHT, 40_000);
            image.setInt(COSName.BITS_PER_COMPONENT, 8);
            image.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
            try (OutputStream raw = image.createOutputStream(COSName.FLATE_DECODE)) {
                raw.write(new byte[1000]);
            }
            PDResources resources = new PDResources();
            resources.getCOSObject().setItem(COSName.XOBJECT, new org.apache.pdfbox.cos.COSDictionary());
            resources.getCOSObject().getCOSDictionary(COSName.XOBJECT).setItem(COSName.getPDFName("I"), image);
            page.setResources(resources);
            PDStream content = new PDStream(document);
            try (OutputStream out = content.createOutputStream()) {
                out.write("q 100 0 0 100 0 0 cm /I Do Q\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
            page.setContents(content);
            return saved(document);
        }
    }

    private static PDFormXObject form(PDDocument document, String content, @Nullable PDFormXObject inner)
            throws IOException {
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream()) {
            out.write(content.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        PDFormXObject form = new PDFormXObject(stream);
        form.setBBox(new PDRectangle(200, 100));
        PDResources resources = new PDResources();
        if (inner != null) {
            resources.put(COSName.getPDFName("F"), inner);
        }
        form.setResources(resources);
        return form;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
