package org.candela.codec.jpeg;

import java.util.List;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.codec.stream.StreamBounds;
import org.candela.codec.stream.StreamBounds.Extent;

/**
 * A frame being decoded (T.81 B.2.2): process, size, components.
 *
 * @param hMax largest horizontal, {@code vMax} largest vertical sampling factor
 */
record JpegFrame(
        JpegProcess process, int precision, int rows, int columns, List<Component> components, int hMax, int vMax) {
    /** Bytes of samples and coefficients together, below the 256 MiB that reading a file may take. */
    private static final long MOST_MEMORY = 240L << 20;
    /** A component of a sixteenth of the samples, in flat blocks of one bit. */
    private static final int MOST_SAMPLES_A_BYTE = 8 * 64 * 16;

    JpegFrame {
        components = List.copyOf(components);
    }

    Extent extent() {
        return new Extent(rows, columns, components.size());
    }

    /** MCUs a line of an interleaved scan whose data units have {@code unit} samples a side. */
    int mcusWide(int unit) {
        return (columns + unit * hMax - 1) / (unit * hMax);
    }

    int mcusHigh(int unit) {
        return (rows + unit * vMax - 1) / (unit * vMax);
    }

    // [impl->req~codec.jpeg-bounded~1]
    /** Takes memory for the samples, when {@code byteCount} bytes can hold them. Each data unit takes a bit at least. */
    void allocate(int byteCount) throws CodecException {
        int count = StreamBounds.samples(extent(), byteCount, MOST_SAMPLES_A_BYTE);
        long bits = 0;
        long memory = 2L * count;
        for (Component component : components) {
            component.measure(rows, columns, hMax, vMax);
            long blocks = (long) component.blocksWide * component.blocksHigh;
            bits += switch (process) {
                case LOSSLESS -> (long) component.width * component.height;
                case PROGRESSIVE -> blocks;
                default -> 2 * blocks;
            };
            component.blockStep = mcusWide(8) * component.h;
            memory += isFullSize(component) ? 0 : 2L * component.width * component.height;
            memory += process == JpegProcess.PROGRESSIVE ? 128L * component.blockStep * mcusHigh(8) * component.v : 0;
        }
        if (memory > MOST_MEMORY) {
            throw new CodecException("an image of " + extent() + " takes too much memory");
        }
        if (bits > 8L * byteCount) {
            throw new CodecException(byteCount + " bytes cannot hold an image of " + extent());
        }
        short[] samples = new short[count];
        for (int i = 0; i < components.size(); i++) {
            place(components.get(i), i, samples);
        }
    }

    private void place(Component component, int index, short[] full) {
        if (isFullSize(component)) {
            view(component, index, full);
        } else {
            component.samples = new short[component.width * component.height];
            component.lineStep = component.width;
        }
        if (process == JpegProcess.PROGRESSIVE) {
            component.coefficients = new short[64 * component.blockStep * mcusHigh(8) * component.v];
        }
    }

    private void view(Component component, int index, short[] full) {
        component.samples = full;
        component.offset = index;
        component.step = components.size();
        component.lineStep = columns * components.size();
    }

    private boolean isFullSize(Component component) {
        return component.h == hMax && component.v == vMax;
    }

    /** The image, once every scan is decoded. */
    CodedImage image() {
        short[] samples = components.stream()
                .filter(this::isFullSize)
                .findFirst()
                .map(component -> component.samples)
                .orElseGet(() -> new short[rows * columns * components.size()]);
        for (int i = 0; i < components.size(); i++) {
            Component source = components.get(i);
            if (!isFullSize(source)) {
                Component target = new Component(source.id, hMax << 4 | vMax, 0);
                target.measure(rows, columns, hMax, vMax);
                view(target, i, samples);
                Upsampling.fill(source, target, this);
            }
        }
        return new CodedImage(rows, columns, components.size(), precision, false, samples);
    }
}
