package org.candela.codec.jpeg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candela.codec.stream.CodecException;
import org.jspecify.annotations.Nullable;

/** Tables and notes in force while a stream is read (T.81 B.2.4): quantization, Huffman, restart interval, colour. */
final class Tables {
    private static final int DESTINATIONS = 4;

    private final Map<Integer, int[]> divisors = new HashMap<>();
    private final @Nullable HuffmanTable[] differences = new @Nullable HuffmanTable[DESTINATIONS];
    private final @Nullable HuffmanTable[] coefficients = new @Nullable HuffmanTable[DESTINATIONS];
    private int restartInterval;
    private boolean hasJfif;
    private int adobeTransform = -1;

    void read(int marker, Segment segment) throws CodecException {
        switch (marker) {
            case 0xC4 -> huffman(segment);
            case 0xDB -> quantization(segment);
            case 0xDD -> restartInterval = segment.two();
            case 0xCC -> throw new CodecException("JPEG with arithmetic coding is not supported");
            case 0xDE, 0xDF -> throw new CodecException("hierarchical JPEG is not supported");
            case 0xE0 -> hasJfif |= segment.startsWith("JFIF");
            case 0xEE -> adobe(segment);
            default -> {} // applications' and other segments hold nothing that changes a sample
        }
    }

    /** Adobe TN 5116: the transform is byte 11; a marker without it says nothing. */
    private void adobe(Segment segment) {
        if (segment.startsWith("Adobe")) {
            adobeTransform = segment.peek(11);
        }
    }

    private void huffman(Segment segment) throws CodecException {
        while (segment.left() >= 17) {
            int destination = segment.one();
            int[] counts = new int[16];
            int total = 0;
            for (int i = 0; i < counts.length; i++) {
                counts[i] = segment.one();
                total += counts[i];
            }
            if (total > 256 || (destination & 0xEC) != 0) {
                throw new CodecException("a Huffman table of " + total + " codes for destination " + destination);
            }
            int[] symbols = new int[total];
            for (int i = 0; i < total; i++) {
                symbols[i] = segment.one();
            }
            boolean isDifference = destination >> 4 == 0;
            (isDifference ? differences : coefficients)[destination & 3] =
                    HuffmanTable.of(counts, symbols, isDifference);
        }
    }

    private void quantization(Segment segment) throws CodecException {
        while (segment.left() > 0) {
            int destination = segment.one();
            if ((destination & 0xEC) != 0) {
                throw new CodecException("a quantization table for destination " + destination);
            }
            int[] table = new int[64];
            for (int k = 0; k < table.length; k++) {
                table[k] = destination >> 4 == 0 ? segment.one() : segment.two();
            }
            divisors.put(destination & 3, table);
        }
    }

    /** The scan header in {@code segment}, with the tables that it names. */
    Scan scan(Segment segment, JpegFrame frame) throws CodecException {
        int count = segment.one();
        if (count < 1 || count > frame.components().size()) {
            throw new CodecException("a scan of " + count + " components");
        }
        List<Scan.Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Component component = component(segment.one(), frame);
            int selectors = segment.one();
            if (parts.stream().anyMatch(part -> part.component() == component)) {
                throw new CodecException("a scan names component " + component.id + " twice");
            }
            if (component.divisors == null) {
                component.divisors = divisors.get(component.quantization);
            }
            parts.add(new Scan.Part(component, differences[selectors >> 4 & 3], coefficients[selectors & 3]));
        }
        int first = segment.one();
        int last = segment.one();
        int approximation = segment.one();
        return new Scan(parts, first, last, approximation >> 4, approximation & 0x0F, restartInterval);
    }

    private static Component component(int id, JpegFrame frame) throws CodecException {
        return frame.components().stream()
                .filter(component -> component.id == id)
                .findFirst()
                .orElseThrow(() -> new CodecException("a scan names component " + id + ", which the frame lacks"));
    }

    JpegColour colour(JpegFrame frame) {
        List<Component> components = frame.components();
        if (components.size() != 3) {
            return JpegColour.UNSTATED;
        }
        if (adobeTransform >= 0) {
            return adobeTransform == 0 ? JpegColour.RGB : JpegColour.YBR;
        }
        if (hasJfif) {
            return JpegColour.YBR;
        }
        boolean isNamed = components.get(0).id == 'R' && components.get(1).id == 'G' && components.get(2).id == 'B';
        return isNamed ? JpegColour.RGB : JpegColour.UNSTATED;
    }
}
