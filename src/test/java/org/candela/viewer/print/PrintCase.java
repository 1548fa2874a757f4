package org.candela.viewer.print;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.candela.MovableClock;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.dicom.image.FrameReader;
import org.candela.viewer.export.ExportCase;
import org.candela.viewer.export.Progress;

/** A study of a patient with a name, opened, and a print of it; with a printer that can be out of paper. */
public final class PrintCase implements AutoCloseable {
    public final ExportCase opened;
    public final PrintDesk desk;
    public final Path file;
    public final List<PrintRecord.Confirmation> confirmed = new ArrayList<>();
    public final Tray tray = new Tray();

    /** A printer that counts. */
    public static final class Tray implements Printer {
        public boolean isEmpty;
        public int taken;

        @Override
        public String name() {
            return "Tray";
        }

        @Override
        public void print(PDDocument sheets, Progress progress, Cancellation cancellation) throws PrintException {
            if (isEmpty) {
                throw new PrintException(PrintException.PRINTER, "the printer Tray has no paper; fill it");
            }
            taken += sheets.getNumberOfPages();
        }
    }

    /** @param images slices of one series */
    public PrintCase(Path folder, int images, Executor ui) throws Exception {
        opened = new ExportCase(folder, images, ui);
        file = folder.resolve("print.pdf");
        desk = new PrintDesk(
                opened.session,
                new PrintDesk.Services(
                        opened.library,
                        FrameReader::open,
                        new SheetBinder(FrameReader::open, new MovableClock()),
                        confirmed::add,
                        drawn -> List.of("12 mm"),
                        () -> List.of(tray),
                        Runnable::run,
                        ui));
    }

    @Override
    public void close() throws CandelaException {
        opened.close();
    }
}
