package org.candela.dicom.image;

import java.io.IOException;
import java.util.Arrays;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.Tag;
import org.candela.image.PixelLayout;
import org.candela.image.SampleType;
import org.candela.image.WideFrame;

/** Bytes of single frames in uncompressed pixel data (PS3.5 8.1.1, 8.2); frames of 1 bit may share a byte. */
final class NativePixels {
    private final String name;
    private final Attributes dataSet;
    private final int tag;

    NativePixels(String name, Attributes dataSet, int tag) {
        this.name = name;
        this.dataSet = dataSet;
        this.tag = tag;
    }

    /** Bytes of a frame, its first sample in the lowest bits of the first byte. */
    byte[] bytes(int frameIndex, PixelLayout layout) throws IOException, DicomFormatException {
        boolean isBits = layout.bitsAllocated() == 1;
        long bitsPerFrame = isBits ? layout.sampleCount() : layout.byteCount() * Byte.SIZE;
        long firstBit = frameIndex * bitsPerFrame;
        long from = firstBit / Byte.SIZE;
        long to = (firstBit + bitsPerFrame + Byte.SIZE - 1) / Byte.SIZE;
        if (to - from > Integer.MAX_VALUE - 8 || to > length()) {
            throw failure("pixel data of " + length() + " bytes is too short for frame " + (frameIndex + 1) + " of "
                    + layout.byteCount() + " bytes");
        }
        byte[] bytes = read(from, (int) (to - from));
        int shift = (int) (firstBit % Byte.SIZE);
        return shift == 0 ? bytes : shifted(bytes, shift, (int) layout.byteCount());
    }

    /** A frame in floating point. */
    WideFrame floats(int frameIndex, PixelLayout layout) throws IOException, DicomFormatException {
        SampleType type = tag == Tag.FloatPixelData ? SampleType.F32 : SampleType.F64;
        return new WideFrame(layout, type, bytes(frameIndex, layout));
    }

    private long length() throws DicomFormatException {
        var bulk = dataSet.bulkData(tag);
        return bulk.isPresent()
                ? bulk.orElseThrow().length()
                : dataSet.bytes(tag).orElseThrow(() -> failure("pixel data has no value")).length;
    }

    /** Where the pixels begin in the file. */
    long offset() {
        return dataSet.bulkData(tag)
                .filter(BulkData::isInFile)
                .map(BulkData::offset)
                .orElse(DicomFormatException.NO_OFFSET);
    }

    private byte[] read(long from, int count) throws IOException, DicomFormatException {
        var bulk = dataSet.bulkData(tag);
        if (bulk.isPresent()) {
            BulkData data = bulk.orElseThrow();
            return data.read(from, count);
        }
        byte[] all = dataSet.bytes(tag).orElseThrow(() -> failure("pixel data has no value"));
        return Arrays.copyOfRange(all, (int) from, (int) from + count);
    }

    private static byte[] shifted(byte[] bytes, int shift, int count) {
        byte[] moved = new byte[count];
        for (int i = 0; i < count; i++) {
            int next = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            moved[i] = (byte) (((bytes[i] & 0xFF) | next << Byte.SIZE) >> shift);
        }
        return moved;
    }

    private DicomFormatException failure(String problem) {
        return new DicomFormatException(name, offset(), tag, problem);
    }
}
