package org.candela.dicom.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;

/**
 * Which fragments make which frame (PS3.5 A.4).
 *
 * <p>A single frame owns all fragments; as many fragments as frames are one each; otherwise the Extended or the Basic
 * Offset Table decides, and without one the fragments that begin a JPEG or JPEG 2000 codestream. Anything else is
 * refused: a frame put together wrongly would look like an image.
 */
final class FragmentedFrames {
    private static final int ITEM_HEADER = 8;
    private static final long MAX_FRAME = 1L << 30;
    private static final int MARKERS = 3;
    private final String name;
    private final Fragments fragments;
    private final List<Integer> starts;

    private FragmentedFrames(String name, Fragments fragments, List<Integer> starts) {
        this.name = name;
        this.fragments = fragments;
        this.starts = starts;
    }

    /**
     * The frames of {@code dataSet}.
     *
     * @throws DicomFormatException when it cannot be told which fragments make which frame
     */
    static FragmentedFrames of(String name, Attributes dataSet, Fragments fragments, int frameCount)
            throws IOException, DicomFormatException {
        List<BulkData> items = fragments.items();
        List<Integer> starts = items.size() == frameCount || frameCount == 1
                ? IntStream.range(0, frameCount).boxed().toList()
                : starts(dataSet, fragments);
        if (starts.size() != frameCount || items.isEmpty()) {
            throw new DicomFormatException(
                    name,
                    DicomFormatException.NO_OFFSET,
                    Tag.PixelData,
                    items.size() + " fragments for " + frameCount + " frames, of which " + starts.size()
                            + " can be told apart");
        }
        return new FragmentedFrames(name, fragments, starts);
    }

    /** All bytes of a frame. */
    byte[] bytes(int frameIndex) throws IOException, DicomFormatException {
        List<BulkData> parts = parts(frameIndex);
        if (parts.stream().mapToLong(BulkData::length).sum() > MAX_FRAME) {
            throw failure("frame " + (frameIndex + 1) + " is too large");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (BulkData part : parts) {
            bytes.write(part.read());
        }
        return bytes.toByteArray();
    }

    private List<BulkData> parts(int frameIndex) {
        boolean isLast = frameIndex + 1 == starts.size();
        int end = isLast ? fragments.items().size() : starts.get(frameIndex + 1);
        return fragments.items().subList(starts.get(frameIndex), end);
    }

    /** Indices of the fragments that begin a frame, ascending. */
    private static List<Integer> starts(Attributes dataSet, Fragments fragments) throws IOException {
        byte[] extended = dataSet.loadBytes(Tag.ExtendedOffsetTable).orElse(new byte[0]);
        if (extended.length > 0) {
            long[] offsets = new long[extended.length / Long.BYTES];
            littleEndian(extended).asLongBuffer().get(offsets);
            return startsByOffset(fragments.items(), offsets);
        }
        byte[] basic = fragments.offsetTable();
        if (basic.length > 0) {
            int[] offsets = new int[basic.length / Integer.BYTES];
            littleEndian(basic).asIntBuffer().get(offsets);
            return startsByOffset(
                    fragments.items(),
                    IntStream.of(offsets).mapToLong(Integer::toUnsignedLong).toArray());
        }
        return startsByMarker(fragments.items());
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Tables count from the first byte of the first fragment's item tag; an offset within a fragment ends the list. */
    private static List<Integer> startsByOffset(List<BulkData> items, long[] offsets) {
        List<Integer> starts = new ArrayList<>();
        long position = 0;
        for (int i = 0; i < items.size() && starts.size() < offsets.length; i++) {
            if (offsets[starts.size()] == position) {
                starts.add(i);
            }
            position += ITEM_HEADER + items.get(i).length();
        }
        return starts;
    }

    private static List<Integer> startsByMarker(List<BulkData> items) throws IOException {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).length() >= MARKERS
                    && beginsCodestream(items.get(i).read(0, MARKERS))) {
                starts.add(i);
            }
        }
        return starts;
    }

    /** SOI and another marker (T.81 B.1.1.3, also JPEG-LS), or SOC and SIZ (T.800 A.4). */
    private static boolean beginsCodestream(byte[] start) {
        boolean areMarkers = start[0] == (byte) 0xFF && start[2] == (byte) 0xFF;
        return areMarkers && (start[1] == (byte) 0xD8 || start[1] == 0x4F);
    }

    private DicomFormatException failure(String problem) {
        return new DicomFormatException(name, DicomFormatException.NO_OFFSET, Tag.PixelData, problem);
    }
}
