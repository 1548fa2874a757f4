package org.candela.dicom.object.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.candela.dicom.Tag;
import org.candela.dicom.object.UnsupportedObjectException;
import org.candela.image.RasterArgb;

/**
 * The pages of a PDF as pictures, white where nothing is printed. Links, scripts and forms do nothing.
 *
 * <p>A page is given so many operators, pixels and seconds and no more; nothing is fetched that the file does not hold.
 *
 * <p>One thread at a time; rendering a page may take seconds, so never on the JavaFX thread.
 */
public final class PdfPages implements AutoCloseable {
    private static final int MOST_WIDTH = 8192;
    private static final long MOST_PIXELS = 32L << 20;
    private static final int OPAQUE = 0xFF000000;
    private static final double MM_A_POINT = 25.4 / 72;

    private final PDDocument document;
    private final Supplier<WorkLimit> limits;

    private PdfPages(PDDocument document, Supplier<WorkLimit> limits) {
        this.document = document;
        this.limits = limits;
    }

    // [impl->req~dicom-object.pdf-pages~1]
    /**
     * Opens the document; {@link #close} gives its memory back.
     *
     * @throws UnsupportedObjectException when it is damaged, encrypted with a password, has no page, or holds parts that
     *     become larger than 128 MiB
     */
    public static PdfPages open(EncapsulatedPdf pdf) throws UnsupportedObjectException {
        return open(pdf, WorkLimit::usual);
    }

    /** The same whose pages are given {@code limits}, one each time. */
    static PdfPages open(EncapsulatedPdf pdf, Supplier<WorkLimit> limits) throws UnsupportedObjectException {
        if (!Inflation.isBounded(pdf.bytes())) {
            throw new UnsupportedObjectException(Tag.EncapsulatedDocument, "the PDF inflates beyond all measure");
        }
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
        return new PdfPages(document, limits);
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

    /** Size of a page on paper, mm, as it is turned for reading. */
    public record Size(double widthMm, double heightMm) {}

    /**
     * Size of page {@code index}, from 0.
     *
     * @throws UnsupportedObjectException when it has none
     */
    public Size size(int index) throws UnsupportedObjectException {
        try {
            return measured(index);
        } catch (RuntimeException e) { // as above
            throw damaged(e);
        }
    }

    /**
     * The words of page {@code index}, from 0; none of a page that is only a picture.
     *
     * @throws UnsupportedObjectException when they cannot be read
     */
    // [impl->req~document.find~1]
    public String text(int index) throws UnsupportedObjectException {
        try {
            return BoundedText.of(document, index, limits.get());
        } catch (IOException e) {
            throw damaged(e);
        } catch (RuntimeException e) { // as above
            throw damaged(e);
        }
    }

    private RasterArgb drawn(int index, int width) throws IOException, UnsupportedObjectException {
        Size size = measured(index);
        if (width * size.heightMm() / size.widthMm() > MOST_PIXELS / (double) width) {
            throw new UnsupportedObjectException(Tag.EncapsulatedDocument, "a page of no usable size");
        }
        float scale = (float) (width * MM_A_POINT / size.widthMm());
        WorkLimit limit = limits.get();
        BufferedImage image = new BoundedRenderer(document, limit).renderImage(index, scale, ImageType.RGB);
        if (limit.isExceeded()) {
            throw new IOException("the page asks for more than it is given");
        }
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= OPAQUE;
        }
        return new RasterArgb(image.getWidth(), image.getHeight(), pixels);
    }

    private Size measured(int index) throws UnsupportedObjectException {
        PDRectangle box = document.getPage(index).getCropBox();
        boolean isUpright = document.getPage(index).getRotation() % 180 == 0;
        double width = isUpright ? box.getWidth() : box.getHeight();
        double height = isUpright ? box.getHeight() : box.getWidth();
        if (!(width > 0 && height > 0)) {
            throw new UnsupportedObjectException(Tag.EncapsulatedDocument, "a page of no usable size");
        }
        return new Size(width * MM_A_POINT, height * MM_A_POINT);
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
