package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.image.FrameFiles;
import org.candela.image.VoiWindow;
import org.candela.viewer.export.Exhibit;
import org.candela.viewer.export.Looks;
import org.candela.viewer.export.PixelRisk;
import org.candela.viewer.export.Progress;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.print.Paper;
import org.candela.viewer.print.PrintRecord;
import org.candela.viewer.print.PrintedSheets;
import org.candela.viewer.print.Printer;
import org.candela.viewer.print.SheetBinder;
import org.candela.viewer.print.SheetLayout;
import org.candela.viewer.print.SheetLayout.Ground;
import org.candela.viewer.print.SheetLayout.Scale;
import org.candela.viewer.print.SheetPlan;
import org.candela.viewer.print.SheetPlan.Patient;
import org.candela.viewer.print.SystemPrinters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code candela dicom print}: images on sheets of paper, as the viewer prints them. */
// [impl->req~cli.print~1]
@Command(
        name = "print",
        description = "Prints images on sheets with patient, side, window and a scale: to a new PDF or a printer.",
        footer = {
            "",
            "Not for diagnosis. What stands in the pixels is printed; without the patient nothing is printed where the",
            "files do not rule out a name or a face in the pixels, until --pixels-seen says that you have looked.",
            "Exit code: 0 printed, 1 the pixels must be seen first, 2 bad input."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class DicomPrint implements Callable<Integer> {
    private final FrameFiles files;
    private final Clock clock;
    private final PrintRecord record;

    @Mixin
    private Output output;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "DICOM images, and folders with all below them.")
    private List<Path> paths;

    @ArgGroup(multiplicity = "1")
    private Target target;

    @Option(names = "--paper", paramLabel = "PAPER", defaultValue = "A4", description = "${COMPLETION-CANDIDATES}.")
    private Paper paper;

    @Option(names = "--landscape", description = "Sheets lie on their long side.")
    private boolean isLandscape;

    @Option(
            names = "--grid",
            paramLabel = "ROWSxCOLUMNS",
            converter = GridConverter.class,
            description = "Images of a sheet, as 3x4; without it by their number.")
    private @Nullable Grid grid;

    @Option(names = "--true-size", description = "A millimetre on a millimetre, where the file states one.")
    private boolean isTrueSize;

    @Option(names = "--inverted", description = "Turns greys over, to spare ink.")
    private boolean isInverted;

    @Option(names = "--without-patient", description = "No name, number, date or free text of the file on any sheet.")
    private boolean isWithoutPatient;

    @Option(
            names = "--window",
            paramLabel = "CENTER,WIDTH",
            converter = DicomRender.WindowConverter.class,
            description = "Linear window; without it each file's own.")
    private @Nullable VoiWindow window;

    @Option(names = "--pixels-seen", description = "You have looked at every picture that will be printed.")
    private boolean arePixelsSeen;

    /** Where sheets go. */
    static final class Target {
        @Option(names = "--out", paramLabel = "FILE", description = "A new PDF.")
        private @Nullable Path out;

        @Option(names = "--printer", paramLabel = "NAME", description = "A printer that the system knows.")
        private @Nullable String printer;
    }

    /** {@code 3x4}. */
    static final class GridConverter implements ITypeConverter<Grid> {
        @Override
        public Grid convert(String text) {
            String[] parts = text.split("x", -1);
            try {
                return new Grid(Integer.parseInt(parts[0]), Integer.parseInt(parts[parts.length - 1]));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "' is no grid of 1x1 to " + Grid.MOST + "x" + Grid.MOST);
            }
        }
    }

    DicomPrint(FrameFiles files, Clock clock, PrintRecord record) {
        this.files = files;
        this.clock = clock;
        this.record = record;
    }

    @Override
    public Integer call() throws IOException, CandelaException {
        List<Exhibit> exhibits = new ArrayList<>();
        Set<PixelRisk> risks = EnumSet.noneOf(PixelRisk.class);
        for (Path file : InputFiles.of(paths)) {
            risks.addAll(PixelRisk.of(DicomReader.readHeader(file).dataSet()));
            int count = files.open(file).frameCount();
            for (int frame = 0; frame < count; frame++) {
                exhibits.add(
                        new Exhibit(file, frame, 1, window == null ? Looks.FILED : Looks.through(window), List.of()));
            }
        }
        if (isWithoutPatient && !risks.isEmpty() && !arePixelsSeen) {
            risks.forEach(risk -> output.warn(PixelWords.of(risk)));
            output.warn("nothing was printed; look at the pictures (candela dicom render), then add --pixels-seen");
            return Candela.NO;
        }
        try (PrintedSheets sheets =
                new SheetBinder(files, clock).bind(plan(exhibits), Progress.NONE, new Cancellation())) {
            print(sheets, risks);
        }
        return 0;
    }

    private SheetPlan plan(List<Exhibit> exhibits) {
        SheetLayout layout = new SheetLayout(
                paper,
                isLandscape ? Paper.Lie.LANDSCAPE : Paper.Lie.PORTRAIT,
                grid == null ? SheetLayout.gridFor(exhibits.size()) : grid,
                isTrueSize ? Scale.TRUE_SIZE : Scale.FIT,
                isInverted ? Ground.INVERTED : Ground.AS_SHOWN);
        return new SheetPlan(exhibits, layout, isWithoutPatient ? Patient.WITHOUT : Patient.NAMED, Set.of());
    }

    private void print(PrintedSheets sheets, Set<PixelRisk> risks) throws CandelaException {
        Path out = target.out;
        Printer printer = out == null ? printer(String.valueOf(target.printer)) : null;
        record.confirmed(new PrintRecord.Confirmation(
                "files",
                out == null ? "printer" : "file",
                sheets.count(),
                isWithoutPatient ? Patient.WITHOUT : Patient.NAMED,
                risks));
        String where;
        if (out != null) {
            sheets.keep(out);
            where = "written to " + out;
        } else if (printer != null) {
            sheets.send(printer, Progress.NONE, new Cancellation());
            where = "sent to " + printer.name();
        } else {
            throw new IllegalStateException("no target");
        }
        output.print(
                JsonNodeFactory.instance.objectNode().put("sheets", sheets.count()),
                sheets.count() + (sheets.count() == 1 ? " sheet " : " sheets ") + where);
    }

    private static Printer printer(String name) throws CandelaException {
        List<Printer> all = SystemPrinters.found();
        return all.stream()
                .filter(printer -> printer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CandelaException(
                        "print.printer",
                        "no printer " + name + " here; there "
                                + (all.isEmpty()
                                        ? "is none: print to a file with --out"
                                        : "are "
                                                + all.stream()
                                                        .map(Printer::name)
                                                        .collect(Collectors.joining(", ")))));
    }
}
