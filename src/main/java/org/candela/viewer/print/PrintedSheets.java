package org.candela.viewer.print;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.candela.base.Cancellation;
import org.candela.image.RasterArgb;
import org.candela.viewer.export.Progress;

/**
 * Sheets that are ready: looked at, kept as a file, sent to a printer; all three are the same bytes. Gone when closed. One
 * thread at a time; blocks on the disk.
 */
// [impl->req~print.sheets~1]
public final class PrintedSheets implements AutoCloseable {
    private static final float POINTS_AN_INCH = 72;

    private final Path folder;
    private final Path file;
    private final PDDocument document;

    private PrintedSheets(Path folder, Path file, PDDocument document) {
        this.folder = folder;
        this.file = file;
        this.document = document;
    }

    static PrintedSheets open(Path folder, Path file) throws IOException {
        return new PrintedSheets(folder, file, Loader.loadPDF(file.toFile()));
    }

    public int count() {
        return document.getNumberOfPages();
    }

    /**
     * Sheet {@code index}, from 0, {@code height} pixels high, as it comes out of the printer.
     *
     * @throws PrintException when it cannot be drawn
     */
    public RasterArgb sheet(int index, int height) throws PrintException {
        try {
            float high = document.getPage(index).getMediaBox().getHeight();
            BufferedImage drawn =
                    new PDFRenderer(document).renderImageWithDPI(index, height / high * POINTS_AN_INCH, ImageType.RGB);
            int width = drawn.getWidth();
            return new RasterArgb(
                    width, drawn.getHeight(), drawn.getRGB(0, 0, width, drawn.getHeight(), null, 0, width));
        } catch (IOException e) {
            throw new PrintException(PrintException.DISK, "a sheet cannot be drawn; print again", e);
        }
    }

    /**
     * Writes them to a new file, whole or not at all.
     *
     * @throws PrintException when it is there already or cannot be written
     */
    // [impl->req~print.to-file~1]
    public void keep(Path target) throws PrintException {
        Path absolute = target.toAbsolutePath();
        try {
            Path parent = absolute.getParent();
            if (parent == null) {
                throw new IOException("a folder");
            }
            Files.createDirectories(parent);
            if (Files.exists(absolute)) {
                throw new FileAlreadyExistsException(absolute.toString());
            }
            Path part = Files.createTempFile(parent, ".candela-print-", ".part");
            try {
                Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(part, absolute);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileAlreadyExistsException e) {
            throw new PrintException(PrintException.DISK, target + " is there already; choose another name", e);
        } catch (IOException e) {
            throw new PrintException(PrintException.DISK, target + " cannot be written; choose another folder", e);
        }
    }

    /**
     * Sends them to a printer; returns once it has taken all of them.
     *
     * @param progress told of sheets
     */
    public void send(Printer printer, Progress progress, Cancellation cancellation) throws PrintException {
        printer.print(document, progress, cancellation);
    }

    @Override
    public void close() throws IOException {
        document.close();
        remove(folder);
    }

    static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
