package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.dicom.image.FrameFiles;
import org.candela.image.PixelLayout;
import org.candela.image.StoredFrame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code candela dicom pixels}: stored values as decoded, little endian, 8 to 64 bits, colour by pixel. */
@Command(
        name = "pixels",
        description = "Writes the stored values of a frame, 8 to 64 bits, little endian, colour by pixel.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class DicomPixels implements Callable<Integer> {
    private final FrameFiles files;

    @Mixin
    private FrameOptions options;

    @Mixin
    private Output output;

    DicomPixels(FrameFiles files) {
        this.files = files;
    }

    @Override
    public Integer call() throws IOException, CandelaException {
        StoredFrame frame = options.open(files).readStored(options.index());
        Files.write(options.out(), frame.littleEndian());
        PixelLayout layout = frame.layout();
        int bits = frame.sampleType().bytes() * Byte.SIZE;
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("rows", layout.rows())
                .put("columns", layout.columns())
                .put("samplesPerPixel", layout.samplesPerPixel())
                .put("photometricInterpretation", layout.photometric().term())
                .put("bitsPerSample", bits)
                .put("signed", layout.isSigned())
                .put("type", frame.sampleType().code());
        output.print(
                json,
                layout.rows() + " × " + layout.columns() + " × " + layout.samplesPerPixel() + " samples of "
                        + bits + " bits, "
                        + layout.photometric().term());
        return 0;
    }
}
