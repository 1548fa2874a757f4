package org.candela.dicom.image;

import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;

/** Number of Frames (0028,0008), held against the pixel data: who goes through 2³¹ frames never ends. Stateless. */
// [impl->req~dicom-image.bounded~1]
public final class FrameCount {
    private static final int[] PIXELS = {Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData};

    private FrameCount() {}

    /** As stated, at least 1, but no more than the pixel data can hold when a frame takes one bit. */
    public static int possible(Attributes dataSet) {
        return (int) Math.min(stated(dataSet), Math.max(1, pixelBytes(dataSet) * Byte.SIZE));
    }

    /** As stated; 1 where that is less, or missing. */
    static int stated(Attributes dataSet) {
        return Math.max(1, dataSet.integer(Tag.NumberOfFrames).orElse(1));
    }

    private static long pixelBytes(Attributes dataSet) {
        long bytes = dataSet.fragments(Tag.PixelData).map(Fragments::length).orElse(0L);
        for (int tag : PIXELS) {
            bytes += dataSet.bulkData(tag).map(BulkData::length).orElse(0L);
            bytes += dataSet.bytes(tag).map(value -> value.length).orElse(0);
        }
        return bytes;
    }
}
