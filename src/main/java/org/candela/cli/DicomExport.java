package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.codec.video.VideoEncoder;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.image.FrameFiles;
import org.candela.dicom.object.Deidentifier;
import org.candela.image.VoiWindow;
import org.candela.viewer.export.Exhibit;
import org.candela.viewer.export.ExportForm;
import org.candela.viewer.export.ExportPlan;
import org.candela.viewer.export.ExportPlan.Burn;
import org.candela.viewer.export.ExportRecord;
import org.candela.viewer.export.Exporter;
import org.candela.viewer.export.Looks;
import org.candela.viewer.export.PixelRisk;
import org.candela.viewer.export.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candela dicom export}: pictures that leave, as the viewer lets them leave. */
// [impl->req~cli.export~1]
@Command(
        name = "export",
        description = "Writes images without the patient into a new folder: PNG, DICOM or film; all of them or none.",
        footer = {
            "",
            "What stands in the pixels stays there. Where the files do not rule out a name or a face in the pixels,",
            "nothing is written until --pixels-seen says that you have looked.",
            "Exit code: 0 written, 1 the pixels must be seen first, 2 bad input."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class DicomExport implements Callable<Integer> {
    private final FrameFiles files;
    private final Tools tools;

    @Mixin
    private Output output;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "DICOM images, and folders with all below them.")
    private List<Path> paths;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where the new folder goes.")
    private Path out;

    @Option(names = "--as", paramLabel = "FORM", required = true, description = "${COMPLETION-CANDIDATES}.")
    private ExportForm form;

    @Option(
            names = "--window",
            paramLabel = "CENTER,WIDTH",
            converter = DicomRender.WindowConverter.class,
            description = "Linear window of PNG and films; without it each file's own.")
    private @Nullable VoiWindow window;

    @Option(names = "--words", description = "Burns orientation, window and number into PNG and films.")
    private boolean hasWords;

    @Option(names = "--shift-dates", description = "DICOM: moves dates back by a secret number of days.")
    private boolean shiftsDates;

    @Option(names = "--keep-characteristics", description = "DICOM: keeps sex, age, size, weight and the like.")
    private boolean keepsCharacteristics;

    @Option(names = "--pixels-seen", description = "You have looked at every picture that will leave.")
    private boolean arePixelsSeen;

    /** What exporting needs beyond the reading of files. */
    record Tools(VideoEncoder encoder, Clock clock, ExportRecord record) {}

    DicomExport(FrameFiles files, Tools tools) {
        this.files = files;
        this.tools = tools;
    }

    @Override
    public Integer call() throws IOException, CandelaException {
        List<Exhibit> exhibits = new ArrayList<>();
        Set<PixelRisk> risks = EnumSet.noneOf(PixelRisk.class);
        Map<String, Integer> stacks = new LinkedHashMap<>();
        for (Path file : InputFiles.of(paths)) {
            Attributes header = DicomReader.readHeader(file).dataSet();
            risks.addAll(PixelRisk.of(header));
            String series = header.string(Tag.SeriesInstanceUID).orElse("");
            stacks.putIfAbsent(series, stacks.size() + 1);
            exhibits.addAll(framesOf(file, stacks.getOrDefault(series, 1)));
        }
        if (!risks.isEmpty() && !arePixelsSeen) {
            risks.forEach(risk -> output.warn(PixelWords.of(risk)));
            output.warn("nothing was written; look at the pictures (candela dicom render), then add --pixels-seen");
            return Candela.NO;
        }
        tools.record().confirmed(new ExportRecord.Confirmation("files", form, exhibits.size(), risks));
        print(new Exporter(files, tools.encoder(), tools.clock())
                .write(new ExportPlan(form, exhibits, choices()), out, Progress.NONE, new Cancellation()));
        return 0;
    }

    /** An object leaves whole as DICOM; only pictures are counted by frames. */
    private List<Exhibit> framesOf(Path file, int stack) throws IOException, CandelaException {
        int count = form == ExportForm.DICOM ? 1 : files.open(file).frameCount();
        List<Exhibit> frames = new ArrayList<>();
        for (int frame = 0; frame < count; frame++) {
            frames.add(
                    new Exhibit(file, frame, stack, window == null ? Looks.FILED : Looks.through(window), List.of()));
        }
        return frames;
    }

    private ExportPlan.Choices choices() {
        return new ExportPlan.Choices(
                hasWords ? Set.of(Burn.WORDS) : Set.of(),
                shiftsDates ? Deidentifier.Dates.SHIFTED : Deidentifier.Dates.REMOVED,
                keepsCharacteristics ? Deidentifier.Characteristics.RETAINED : Deidentifier.Characteristics.REMOVED);
    }

    private void print(Exporter.Exported done) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("folder", done.folder().toString())
                .put("files", done.files());
        done.remarks().forEach(output::warn);
        output.print(
                json,
                done.files() + " " + form.name().toUpperCase(Locale.ROOT) + (done.files() == 1 ? " file" : " files")
                        + " written to " + done.folder());
    }
}
