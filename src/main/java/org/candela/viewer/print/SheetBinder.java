package org.candela.viewer.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.image.FrameFiles;
import org.candela.viewer.export.Exhibit;
import org.candela.viewer.export.ExhibitReader;
import org.candela.viewer.export.IdentityGuard;
import org.candela.viewer.export.Progress;
import org.candela.viewer.print.SheetPlan.Patient;

/**
 * Makes sheets of pictures as one PDF in a folder of its own that only its owner can read. Safe from any thread; blocks on
 * the disk.
 */
// [impl->req~print.sheets~1]
public final class SheetBinder {
    private static final String FOLDER = "candela-print";
    private static final long MOST_IN_MEMORY = 64L << 20;

    private final FrameFiles files;
    private final Clock clock;
    private final Scratch scratch;

    /** Sheets wait in the system's folder for temporary files. */
    public SheetBinder(FrameFiles files, Clock clock) {
        this(files, clock, () -> Files.createTempDirectory(FOLDER));
    }

    /** Sheets wait below {@code scratch}, in a folder of their own. */
    SheetBinder(FrameFiles files, Clock clock, Path scratch) {
        this(files, clock, () -> Files.createTempDirectory(scratch, FOLDER));
    }

    private SheetBinder(FrameFiles files, Clock clock, Scratch scratch) {
        this.files = files;
        this.clock = clock;
        this.scratch = scratch;
    }

    /** Makes a folder that its owner alone can read. */
    private interface Scratch {
        Path folder() throws IOException;
    }

    /** Pictures of one sheet, of one patient, by their place in the plan. */
    private record Sheet(SheetIdentity identity, Set<String> studies, List<Integer> exhibits) {
        Sheet(SheetIdentity identity) {
            this(identity, new LinkedHashSet<>(), new ArrayList<>());
        }
    }

    /**
     * Makes all sheets; whoever asked closes them, and they are gone.
     *
     * @param progress told of sheets
     * @throws CancellationException when it was asked to stop; nothing is left
     * @throws CandelaException with a code of {@link PrintException} or of an export
     */
    public PrintedSheets bind(SheetPlan plan, Progress progress, Cancellation cancellation) throws CandelaException {
        if (plan.exhibits().isEmpty()) {
            throw new PrintException(PrintException.NOTHING, "there is no such image; choose others");
        }
        ExhibitReader reader = new ExhibitReader(files);
        List<Sheet> sheets = sheets(plan, reader, cancellation);
        if (sheets.size() > SheetPlan.MOST_SHEETS) {
            throw new PrintException(
                    PrintException.TOO_MANY,
                    sheets.size() + " sheets are more than " + SheetPlan.MOST_SHEETS
                            + "; choose fewer images or a grid with more of them on a sheet");
        }
        try {
            return bound(plan, new Run(reader, sheets, progress, cancellation));
        } catch (IOException e) {
            throw new PrintException(
                    PrintException.DISK,
                    "the sheets cannot be written to the folder for temporary files; make room there and print again",
                    e);
        }
    }

    private record Run(ExhibitReader reader, List<Sheet> sheets, Progress progress, Cancellation cancellation) {}

    private PrintedSheets bound(SheetPlan plan, Run run) throws IOException, CandelaException {
        Path folder = scratch.folder();
        Path file = folder.resolve("sheets.pdf");
        boolean isWhole = false;
        try {
            write(plan, run, folder, file);
            if (plan.patient() == Patient.WITHOUT) {
                seekPatient(plan, run.reader(), file);
            }
            PrintedSheets sheets = PrintedSheets.open(folder, file);
            isWhole = true;
            return sheets;
        } finally {
            if (!isWhole) {
                PrintedSheets.remove(folder);
            }
        }
    }

    private void write(SheetPlan plan, Run run, Path folder, Path file) throws IOException, CandelaException {
        MemoryUsageSetting memory =
                MemoryUsageSetting.setupMixed(MOST_IN_MEMORY).setTempDir(folder.toFile());
        try (PDDocument document = new PDDocument(memory.streamCache)) {
            PDFont font = PdfPen.font(document);
            for (int i = 0; i < run.sheets().size(); i++) {
                Sheet sheet = run.sheets().get(i);
                try (PdfPen pen = PdfPen.onNewSheet(document, font, plan.layout())) {
                    SheetPainter painter = new SheetPainter(pen, plan, run.reader());
                    painter.frame(
                            sheet.identity().patient(),
                            String.join("  |  ", sheet.studies()),
                            "sheet " + (i + 1) + " of " + run.sheets().size(),
                            LocalDateTime.now(clock));
                    for (int cell = 0; cell < sheet.exhibits().size(); cell++) {
                        run.cancellation().throwIfRequested();
                        painter.picture(
                                plan.exhibits().get(sheet.exhibits().get(cell)),
                                plan.layout().cells().get(cell));
                    }
                }
                run.progress().at(i + 1, run.sheets().size());
            }
            document.save(file.toFile());
        }
    }

    private static List<Sheet> sheets(SheetPlan plan, ExhibitReader reader, Cancellation cancellation)
            throws CandelaException {
        int room = plan.layout().grid().cells();
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < plan.exhibits().size(); i++) {
            cancellation.throwIfRequested();
            SheetIdentity here = SheetIdentity.of(reader.dataSet(plan.exhibits().get(i)));
            Sheet last = sheets.isEmpty() ? new Sheet(here) : sheets.get(sheets.size() - 1);
            boolean isOther = !here.key().equals(last.identity().key());
            if (sheets.isEmpty() || isOther || last.exhibits().size() == room) {
                last = new Sheet(here);
                sheets.add(last);
            }
            last.studies().add(here.study());
            last.exhibits().add(i);
        }
        return sheets;
    }

    /** Whatever was left out above: where a name or number of a patient can be read, nothing leaves. */
    // [impl->req~print.without-patient~1]
    private static void seekPatient(SheetPlan plan, ExhibitReader reader, Path file)
            throws IOException, CandelaException {
        String words;
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            words = new PDFTextStripper().getText(document);
        }
        for (Path source :
                Set.copyOf(plan.exhibits().stream().map(Exhibit::file).toList())) {
            Attributes told = reader.dataSet(Exhibit.filed(source, 0, 1));
            IdentityGuard guard = IdentityGuard.of(told);
            if (guard.findsIn(words) || guard.findsIn(file)) {
                throw new PrintException(
                        PrintException.IDENTITY,
                        "the patient would still be named on a sheet; print without marks, or with the patient");
            }
        }
    }
}
