package org.candela.dicom.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;

/** Which fragments make which frame (PS3.5 A.4). */
final class FragmentedFrames {
    private static final int ITEM_HEADER = 8;
    private static final long MAX_FRAME = 1L << 30;
    private final String name;
    private final Fragments fragments;
    private final int frameCount;

    FragmentedFrames(String name, Fragments fragments, int frameCount) {
        this.name = name;
        this.fragments = fragments;
        this.frameCount = frameCount;
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

    private List<BulkData> parts(int frameIndex) throws DicomFormatException {
        List<BulkData> items = fragments.items();
        if (frameCount == 1) {
            return items;
        }
        if (items.size() == frameCount) {
            return List.of(items.get(frameIndex));
        }
        if (fragments.offsetTable().length == 4 * frameCount) {
            return byOffset(frameIndex);
        }
        throw failure(items.size() + " fragments for " + frameCount + " frames and no usable offset table");
    }

    /** The table counts from the first byte of the first fragment's item tag. */
    private List<BulkData> byOffset(int frameIndex) throws DicomFormatException {
        ByteBuffer table = ByteBuffer.wrap(fragments.offsetTable()).order(ByteOrder.LITTLE_ENDIAN);
        long start = table.getInt(4 * frameIndex) & 0xFFFFFFFFL;
        long end = frameIndex + 1 < frameCount ? table.getInt(4 * frameIndex + 4) & 0xFFFFFFFFL : Long.MAX_VALUE;
        long base = fragments.items().get(0).offset() - ITEM_HEADER;
        List<BulkData> parts = new ArrayList<>();
        for (BulkData item : fragments.items()) {
            long at = item.offset() - ITEM_HEADER - base;
            if (at >= start && at < end) {
                parts.add(item);
            }
        }
        if (parts.isEmpty()) {
            throw failure("the offset table names no fragment for frame " + (frameIndex + 1));
        }
        return parts;
    }

    private DicomFormatException failure(String problem) {
        return new DicomFormatException(name, DicomFormatException.NO_OFFSET, Tag.PixelData, problem);
    }
}
