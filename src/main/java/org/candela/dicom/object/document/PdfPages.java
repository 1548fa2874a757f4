package org.candela.dicom.object.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.candela.dicom.Tag;
import org.candela.dicom.object.UnsupportedObjectException;
import org.candela.image.RasterArgb;

/**
 * The pages of a PDF as pictures, white where nothing is printed. Links, scripts and forms do nothing.
 *
 * <p>One thread at a time; rendering a page may take seconds, so never on the JavaFX thread.
 */
public final class PdfPages implements AutoCloseable {
    private static final int MOST_WIDTH = 8192;
    private static final long MOST_PIXELS = 32L << 20;
    private static final int OPAQUE = 0xFF000000;

    private final PDDocument document;

    private PdfPages(PDDocument document) {
        this.document = document;
    }

    // [impl->req~dicom-object.pdf-pages~1]
    /**
     * Opens the document; {@link #close} gives its memory back.
     *
     * @throws UnsupportedObjectException when it is damaged, encrypted with a password, or has no page
     */
    public static PdfPages open(EncapsulatedPdf pdf) throws UnsupportedObjectException {
        PDDocument document;
        try {
            document = Loader.loadPDF(pdf.bytes(), "", null, null, IOUtils.createMemoryOnlyStreamCache());
        } catch (IOException e) {
            throw damaged(e);
        } catch (RuntimeException e) { // what the library throws of a damaged document is not told by its signatures
            throw damaged(e);
        }
        if (document.getNumberOfPages() < 1) {
            throw new UnsupportedObjectException(Tag.EncapsulatedDocument, "the PDF has no page");
        }
        return new PdfPages(document);
    }

    /** Number of pages, at least 1. */
    public int count() {
        return document.getNumberOfPages();
    }

    /**
     * Page {@code index}, from 0, {@code width} pixels wide.
     *
     * @throws IndexOutOfBoundsException when there is no such page
     * @throws IllegalArgumentException when the width is not 1 to 8192
     * @throws UnsupportedObjectException when the page cannot be drawn, or would have more than 32 million pixels
     */
    public RasterArgb page(int index, int width) throws UnsupportedObjectException {
        if (index < 0 || index >= count()) {
            throw new IndexOutOfBoundsException("page " + index + " of " + count());
        }
        if (width < 1 || width > MOST_WIDTH) {
            throw new IllegalArgumentException("a page " + width + " pixels wide");
        }
        try {
            return drawn(index, width);
        } catch (IOException e) {
            throw damaged(e);
        } catch (RuntimeException e) { // as above
            throw damaged(e);
        }
    }

    private RasterArgb drawn(int index, int width) throws IOException, UnsupportedObjectException {
        PDRectangle box = document.getPage(index).getCropBox();
        boolean isUpright = document.getPage(index).getRotation() % 180 == 0;
        double pageWidth = isUpright ? box.getWidth() : box.getHeight();
        double pageHeight = isUpright ? box.getHeight() : box.getWidth();
        double height = width * pageHeight / pageWidth;
        if (!(pageWidth > 0 && pageHeight > 0) || width * height > MOST_PIXELS) {
            throw new UnsupportedObjectException(Tag.EncapsulatedDocument, "a page of no usable size");
        }
        float scale = (float) (width / pageWidth);
        BufferedImage image = new PDFRenderer(document).renderImage(index, scale, ImageType.RGB);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= OPAQUE;
        }
        return new RasterArgb(image.getWidth(), image.getHeight(), pixels);
    }

    private static UnsupportedObjectException damaged(Exception e) {
        return new UnsupportedObjectException(
                Tag.EncapsulatedDocument,
                "the PDF cannot be read (" + e.getClass().getSimpleName() + ")");
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
