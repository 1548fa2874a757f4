package org.candela.dicom.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;

/**
 * Which fragments make which frame (PS3.5 A.4).
 *
 * <p>A single frame owns all fragments; as many fragments as frames are one each; otherwise the Extended or the Basic
 * Offset Table decides, and without a usable one the fragments that begin a codestream. What begins no frame of its own
 * belongs to the frame before it. A file that ends before its last frame keeps those that are there: a frame without
 * fragments fails alone. Anything else is refused: a frame put together wrongly would look like an image.
 */
final class FragmentedFrames {
    private static final int ITEM_HEADER = 8;
    private static final long MAX_FRAME = 1L << 30;
    private static final int PROBE = 8;
    private static final int RLE_HEADER = 64;
    private static final int RLE_SEGMENTS = 15;

    private final String name;
    private final List<BulkData> items;
    private final List<Integer> starts;
    private final long[] lengths;

    private FragmentedFrames(String name, List<BulkData> items, List<Integer> starts, long[] lengths) {
        this.name = name;
        this.items = items;
        this.starts = starts;
        this.lengths = lengths;
    }

    /**
     * The frames of {@code dataSet}, each with its place in the file for messages.
     *
     * @throws DicomFormatException when it cannot be told which fragments make which frame
     */
    // [impl->req~dicom-image.fragments~1]
    static FragmentedFrames of(String name, Attributes dataSet, Fragments fragments, int frameCount)
            throws IOException, DicomFormatException {
        List<BulkData> items = fragments.items();
        List<Integer> starts = starts(dataSet, fragments, frameCount);
        if (starts.isEmpty() || items.isEmpty()) {
            throw new DicomFormatException(
                    name,
                    DicomFormatException.NO_OFFSET,
                    Tag.PixelData,
                    items.size() + " fragments for " + frameCount + " frames that cannot be told apart");
        }
        return new FragmentedFrames(name, items, starts, lengths(dataSet, starts.size()));
    }

    /** All bytes of a frame. */
    byte[] bytes(int frameIndex) throws IOException, DicomFormatException {
        if (frameIndex >= starts.size()) {
            throw failure(frameIndex, "the file ends before frame " + (frameIndex + 1));
        }
        List<BulkData> parts = parts(frameIndex);
        if (parts.stream().mapToLong(BulkData::length).sum() > MAX_FRAME) {
            throw failure(frameIndex, "frame " + (frameIndex + 1) + " is too large");
        }
        byte[] bytes = parts.size() == 1 ? parts.get(0).read() : joined(parts);
        boolean isCut = frameIndex < lengths.length && lengths[frameIndex] < bytes.length && lengths[frameIndex] > 0;
        return isCut ? Arrays.copyOf(bytes, (int) lengths[frameIndex]) : bytes;
    }

    /** Where the first fragment of a frame begins in the file; no offset where it is not there, or not as in the file. */
    long offset(int frameIndex) {
        boolean isThere = frameIndex < starts.size() && !items.isEmpty();
        BulkData first = items.get(isThere ? starts.get(frameIndex) : items.size() - 1);
        return first.isInFile() ? first.offset() : DicomFormatException.NO_OFFSET;
    }

    private static byte[] joined(List<BulkData> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (BulkData part : parts) {
            bytes.write(part.read());
        }
        return bytes.toByteArray();
    }

    private List<BulkData> parts(int frameIndex) {
        boolean isLast = frameIndex + 1 == starts.size();
        int end = isLast ? items.size() : starts.get(frameIndex + 1);
        return items.subList(starts.get(frameIndex), end);
    }

    /** Indices of the fragments that begin a frame, ascending; none when they cannot be told. */
    private static List<Integer> starts(Attributes dataSet, Fragments fragments, int frameCount) throws IOException {
        List<BulkData> items = fragments.items();
        if (items.size() == frameCount || frameCount == 1) {
            return IntStream.range(0, Math.min(frameCount, items.size()))
                    .boxed()
                    .toList();
        }
        List<Integer> extended = startsByOffset(items, extendedOffsets(dataSet));
        if (extended.size() == frameCount) {
            return extended;
        }
        List<Integer> basic = startsByOffset(items, basicOffsets(fragments.offsetTable()));
        if (basic.size() == frameCount) {
            return basic;
        }
        List<Integer> filled = IntStream.range(0, items.size())
                .filter(i -> items.get(i).length() > 0)
                .boxed()
                .toList();
        if (filled.size() == frameCount) {
            return filled;
        }
        List<Integer> begun = startsByMarker(items);
        boolean isComplete = begun.size() == frameCount;
        boolean isCutOff = items.size() < frameCount && begun.size() == items.size();
        return isComplete || isCutOff ? begun : List.of();
    }

    private static long[] extendedOffsets(Attributes dataSet) throws IOException {
        return longs(dataSet.loadBytes(Tag.ExtendedOffsetTable).orElse(new byte[0]));
    }

    /** Extended Offset Table Lengths (7FE0,0002): bytes of a frame without the pad byte; none when they do not fit. */
    private static long[] lengths(Attributes dataSet, int frameCount) throws IOException {
        long[] lengths = longs(dataSet.loadBytes(Tag.ExtendedOffsetTableLengths).orElse(new byte[0]));
        return lengths.length == frameCount ? lengths : new long[0];
    }

    private static long[] longs(byte[] bytes) {
        long[] longs = new long[bytes.length / Long.BYTES];
        littleEndian(bytes).asLongBuffer().get(longs);
        return longs;
    }

    private static long[] basicOffsets(byte[] table) {
        int[] offsets = new int[table.length / Integer.BYTES];
        littleEndian(table).asIntBuffer().get(offsets);
        return IntStream.of(offsets).mapToLong(Integer::toUnsignedLong).toArray();
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Tables count from the first byte of the first fragment's item tag. A table that begins elsewhere or points into a
     * fragment is wrong as a whole.
     */
    private static List<Integer> startsByOffset(List<BulkData> items, long[] offsets) {
        if (offsets.length == 0 || offsets[0] != 0) {
            return List.of();
        }
        List<Integer> starts = new ArrayList<>();
        long position = 0;
        for (int i = 0; i < items.size() && starts.size() < offsets.length; i++) {
            if (offsets[starts.size()] == position) {
                starts.add(i);
            }
            position += ITEM_HEADER + items.get(i).length();
        }
        boolean isWhole = starts.size() == offsets.length;
        boolean isAscending = LongStream.of(offsets).distinct().count() == offsets.length;
        return isWhole && isAscending ? starts : List.of();
    }

    private static List<Integer> startsByMarker(List<BulkData> items) throws IOException {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).length() >= PROBE / 2
                    && beginsCodestream(items.get(i)
                            .read(0, (int) Math.min(PROBE, items.get(i).length())))) {
                starts.add(i);
            }
        }
        boolean ownsAll = !starts.isEmpty() && starts.get(0) == 0;
        return ownsAll ? starts : List.of();
    }

    /** SOI and another marker (T.81 B.1.1.3, also JPEG-LS), SOC and SIZ (T.800 A.4), or an RLE header (G.5). */
    private static boolean beginsCodestream(byte[] start) {
        boolean areMarkers = start[0] == (byte) 0xFF && start[2] == (byte) 0xFF;
        if (areMarkers && (start[1] == (byte) 0xD8 || start[1] == 0x4F)) {
            return true;
        }
        if (start.length < PROBE) {
            return false;
        }
        ByteBuffer header = littleEndian(start);
        int segments = header.getInt(0);
        return segments >= 1 && segments <= RLE_SEGMENTS && header.getInt(Integer.BYTES) == RLE_HEADER;
    }

    private DicomFormatException failure(int frameIndex, String problem) {
        return new DicomFormatException(name, offset(frameIndex), Tag.PixelData, problem);
    }
}
