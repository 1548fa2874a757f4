package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Dictionary;
import org.candela.dicom.Tag;
import org.candela.dicom.image.FrameFiles;
import org.candela.dicom.object.UnsupportedObjectException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code candela dicom describe FILE}: what an object says, whatever kind it is of. */
@Command(
        name = "describe",
        description = {
            "Says what an object holds, in words: a presentation state, key objects, a structured report as text,",
            "a PDF's title and pages, a waveform's channels, segments, regions of interest, else what is needed to show the image."
        },
        footer = {"", "Exit code: 0 described, 2 bad input."},
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class DicomDescribe implements Callable<Integer> {
    private final FrameFiles files;

    @Parameters(paramLabel = "FILE", description = "A DICOM file.")
    private Path file;

    @Mixin
    private Output output;

    DicomDescribe(FrameFiles files) {
        this.files = files;
    }

    // [impl->req~cli.describe~1]
    @Override
    public Integer call() throws IOException, CandelaException {
        DicomFile read = DicomReader.read(file);
        String sopClass = read.dataSet().uid(Tag.SOPClassUID).map(Uid::value).orElse("");
        String kind = Dictionary.uidName(sopClass).orElse(sopClass.isEmpty() ? "no SOP class" : sopClass);
        List<String> lines = described(read);
        if (output.isJson()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", kind);
            ArrayNode array = json.putArray("lines");
            lines.forEach(array::add);
            output.line(Output.pretty(json));
        } else {
            output.line(kind);
            lines.forEach(output::line);
        }
        read.warnings().forEach(output::warn);
        return 0;
    }

    /** What cannot be described is named with its file, as elsewhere. */
    private List<String> described(DicomFile read) throws IOException, CandelaException {
        try {
            return ObjectLines.of(read, () -> files.open(file));
        } catch (UnsupportedObjectException e) {
            throw new CandelaException(e.code(), file.getFileName() + ", " + e.getMessage(), e);
        }
    }
}
