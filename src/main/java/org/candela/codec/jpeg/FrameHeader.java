package org.candela.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.candela.codec.stream.CodecException;

/** Reads the frame header (T.81 B.2.2) and refuses by name what is not decoded. */
final class FrameHeader {
    private static final int MOST_COMPONENTS = 4;

    private FrameHeader() {}

    static JpegFrame read(int marker, Segment segment) throws CodecException {
        JpegProcess process = process(marker);
        int precision = segment.one();
        boolean isPossible =
                process.isLossless() ? precision >= 2 && precision <= 16 : precision == 8 || precision == 12;
        if (!isPossible) {
            throw new CodecException("JPEG samples of " + precision + " bits are not supported in this process");
        }
        int lines = segment.two();
        int columns = segment.two();
        int rows = lines == 0 ? segment.linesDefinedLater() : lines;
        int count = segment.one();
        if (rows == 0 || columns == 0 || count == 0 || count > MOST_COMPONENTS) {
            throw new CodecException("a JPEG of " + rows + " × " + columns + " × " + count);
        }
        List<Component> components = new ArrayList<>();
        int hMax = 1;
        int vMax = 1;
        for (int i = 0; i < count; i++) {
            Component component = new Component(segment.one(), segment.one(), segment.one() & 3);
            if (component.h < 1 || component.h > 4 || component.v < 1 || component.v > 4) {
                throw new CodecException("JPEG sampling factors " + component.h + " × " + component.v);
            }
            hMax = Math.max(hMax, component.h);
            vMax = Math.max(vMax, component.v);
            components.add(component);
        }
        return new JpegFrame(process, precision, rows, columns, components, hMax, vMax);
    }

    // [impl->req~codec.jpeg-refuse~1]
    private static JpegProcess process(int marker) throws CodecException {
        return switch (marker) {
            case 0xC0 -> JpegProcess.BASELINE;
            case 0xC1 -> JpegProcess.EXTENDED;
            case 0xC2 -> JpegProcess.PROGRESSIVE;
            case 0xC3 -> JpegProcess.LOSSLESS;
            case 0xC5, 0xC6, 0xC7, 0xCD, 0xCE, 0xCF -> throw new CodecException("hierarchical JPEG is not supported");
            case 0xC9, 0xCA, 0xCB -> throw new CodecException("JPEG with arithmetic coding is not supported");
            default -> throw new CodecException("this is a JPEG-LS stream, not JPEG");
        };
    }
}
