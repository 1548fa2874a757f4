package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.image.Frame;
import org.candela.image.PixelLayout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code candela dicom pixels}: stored values as decoded, little endian, 8 or 16 bits, colour by pixel. */
@Command(
        name = "pixels",
        description = "Writes the stored values of a frame, 8 or 16 bits, little endian, colour by pixel.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class DicomPixels implements Callable<Integer> {
    @Mixin
    private FrameOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException, CandelaException {
        Frame frame = options.open().read(options.index());
        Files.write(options.out(), bytes(frame));
        PixelLayout layout = frame.layout();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("rows", layout.rows())
                .put("columns", layout.columns())
                .put("samplesPerPixel", layout.samplesPerPixel())
                .put("photometricInterpretation", layout.photometric().term())
                .put("bitsPerSample", layout.bitsAllocated() <= 8 ? 8 : 16)
                .put("signed", layout.isSigned());
        output.print(
                json,
                layout.rows() + " × " + layout.columns() + " × " + layout.samplesPerPixel() + " samples of "
                        + (layout.bitsAllocated() <= 8 ? 8 : 16) + " bits, "
                        + layout.photometric().term());
        return 0;
    }

    private static byte[] bytes(Frame frame) {
        boolean isNarrow = frame.layout().bitsAllocated() <= 8;
        ByteBuffer bytes = ByteBuffer.allocate(frame.samples().length * (isNarrow ? 1 : 2));
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        for (short sample : frame.samples()) {
            if (isNarrow) {
                bytes.put((byte) sample);
            } else {
                bytes.putShort(sample);
            }
        }
        return bytes.array();
    }
}
