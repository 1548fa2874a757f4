package org.candela.dicom.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.Tag;
import org.candela.image.OverlayPlane;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;

/**
 * Overlays of a frame (PS3.3 C.9.2, C.9.3): in elements of their own, or, retired, in bits of the pixel cells that no
 * sample uses (PS3.5 8.1.2).
 */
final class OverlayReader {
    static final String LEFT_OUT = "an overlay cannot be read, not shown";
    private static final int GROUPS = 16;
    private static final int MAX_EDGE = 65535;
    private static final String REGION = "R";

    private final Attributes dataSet;
    private final PixelLayout layout;
    private final int frameIndex;
    private final List<Optional<byte[]>> wholeCells = new ArrayList<>();

    OverlayReader(Attributes dataSet, PixelLayout layout, int frameIndex) {
        this.dataSet = dataSet;
        this.layout = layout;
        this.frameIndex = frameIndex;
    }

    /** Cells of the frame, little endian; empty where they are coded and unused bits are lost. */
    interface Cells {
        /** Reads and decodes them. */
        Optional<byte[]> read() throws IOException, DicomFormatException;
    }

    /** The overlays of the frame; one that cannot be read is told as a warning. */
    // [impl->req~dicom-image.overlays~1]
    List<OverlayPlane> read(Cells cells, List<String> warnings) {
        List<OverlayPlane> planes = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            int group = i << 17;
            if (dataSet.contains(Tag.OverlayRows + group)) {
                try {
                    plane(group, cells, warnings).ifPresent(planes::add);
                } catch (IOException | DicomFormatException e) {
                    warnings.add(LEFT_OUT);
                }
            }
        }
        return planes;
    }

    private Optional<OverlayPlane> plane(int group, Cells cells, List<String> warnings)
            throws IOException, DicomFormatException {
        int rows = dataSet.integer(Tag.OverlayRows + group).orElse(0);
        int columns = dataSet.integer(Tag.OverlayColumns + group).orElse(0);
        boolean isPossible = rows >= 1 && rows <= MAX_EDGE && columns >= 1 && columns <= MAX_EDGE;
        Optional<Integer> frame = frame(group);
        if (isPossible && frame.isEmpty()) {
            return Optional.empty(); // it has frames, and none for this one
        }
        Optional<BitSet> bits = isPossible ? bits(group, rows, columns, cells) : Optional.empty();
        if (bits.isEmpty()) {
            warnings.add(LEFT_OUT);
        }
        return bits.map(found -> new OverlayPlane(
                OverlayPlane.FIRST_GROUP + (group >> Short.SIZE),
                rows,
                columns,
                origin(group, 0),
                origin(group, 1),
                dataSet.string(Tag.OverlayType + group).filter(REGION::equals).isPresent()
                        ? OverlayPlane.Kind.REGION_OF_INTEREST
                        : OverlayPlane.Kind.GRAPHICS,
                dataSet.string(Tag.OverlayLabel + group)
                        .or(() -> dataSet.string(Tag.OverlayDescription + group))
                        .orElse(""),
                found));
    }

    private Optional<BitSet> bits(int group, int rows, int columns, Cells cells)
            throws IOException, DicomFormatException {
        int tag = Tag.OverlayData + group;
        if (dataSet.contains(tag)) {
            return Optional.of(separate(tag, frame(group).orElse(0), rows, columns));
        }
        int position = dataSet.integer(Tag.OverlayBitPosition + group).orElse(0);
        boolean isUnused = position > layout.highBit() || position <= layout.highBit() - layout.bitsStored();
        boolean fits = rows == layout.rows() && columns == layout.columns() && layout.samplesPerPixel() == 1;
        boolean isEmbedded = fits && isUnused && position < layout.bitsAllocated() && layout.bitsAllocated() <= 16;
        return isEmbedded ? wholeCells(cells).map(bytes -> embedded(bytes, position)) : Optional.empty();
    }

    /** Decoded once, however many overlays lie in them. */
    private Optional<byte[]> wholeCells(Cells cells) throws IOException, DicomFormatException {
        if (wholeCells.isEmpty()) {
            wholeCells.add(cells.read());
        }
        return wholeCells.get(0);
    }

    /** Bits one after another, frames without a gap, as pixels of one bit are (C.9.2.1.1); only those of the frame are read. */
    private BitSet separate(int tag, int frame, int rows, int columns) throws IOException, DicomFormatException {
        PixelLayout oneBit = new PixelLayout(rows, columns, Photometric.MONOCHROME2, 1, 1, 0, false, false);
        byte[] bytes = new NativePixels("overlay", dataSet, tag).bytes(frame, oneBit);
        return BitSet.valueOf(bytes).get(0, (int) Math.min(Integer.MAX_VALUE, oneBit.sampleCount()));
    }

    private BitSet embedded(byte[] cells, int position) {
        int bytesPerCell = layout.bitsAllocated() / Byte.SIZE;
        BitSet bits = new BitSet();
        for (int i = 0; i < layout.rows() * layout.columns(); i++) {
            int octet = cells[i * bytesPerCell + position / Byte.SIZE];
            bits.set(i, (octet >> position % Byte.SIZE & 1) == 1);
        }
        return bits;
    }

    /**
     * Frame of the overlay, from 0, over this frame of the image: the first lies over Image Frame Origin (C.9.3). One
     * without frames of its own lies over every frame.
     */
    private Optional<Integer> frame(int group) {
        Optional<Integer> count = dataSet.integer(Tag.NumberOfFramesInOverlay + group);
        if (count.isEmpty()) {
            return Optional.of(0);
        }
        int first = dataSet.integer(Tag.ImageFrameOrigin + group).orElse(1) - 1;
        int index = frameIndex - first;
        return index >= 0 && index < count.orElseThrow() ? Optional.of(index) : Optional.empty();
    }

    /** Overlay Origin is row\column from 1\1. */
    private int origin(int group, int index) {
        List<Double> origin = dataSet.numbers(Tag.OverlayOrigin + group);
        return origin.size() == 2 ? origin.get(index).intValue() - 1 : 0;
    }
}
