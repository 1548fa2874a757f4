package org.candela.dicom.image;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.image.Palette;

/** Palette color lookup tables (PS3.3 C.7.6.3.1.5–6), plain and segmented. */
final class PaletteReader {
    private static final int SEGMENTED_GREEN = 0x00281222;
    private static final int SEGMENTED_BLUE = 0x00281223;
    private static final int ALPHA_DATA = 0x00281204;
    private static final Set<Integer> SEGMENTED =
            Set.of(Tag.SegmentedRedPaletteColorLookupTableData, SEGMENTED_GREEN, SEGMENTED_BLUE);

    private PaletteReader() {}

    static Palette read(Attributes dataSet, boolean hasSignedPixels) throws UnsupportedImageException {
        if (dataSet.contains(ALPHA_DATA)) {
            throw new UnsupportedImageException("palettes with transparency are not supported");
        }
        boolean isSegmented = dataSet.contains(Tag.SegmentedRedPaletteColorLookupTableData);
        int[] red = channel(
                dataSet,
                Tag.RedPaletteColorLookupTableDescriptor,
                isSegmented ? Tag.SegmentedRedPaletteColorLookupTableData : Tag.RedPaletteColorLookupTableData);
        int[] green = channel(
                dataSet,
                Tag.GreenPaletteColorLookupTableDescriptor,
                isSegmented ? SEGMENTED_GREEN : Tag.GreenPaletteColorLookupTableData);
        int[] blue = channel(
                dataSet,
                Tag.BluePaletteColorLookupTableDescriptor,
                isSegmented ? SEGMENTED_BLUE : Tag.BluePaletteColorLookupTableData);
        if (red.length != green.length || red.length != blue.length) {
            throw new UnsupportedImageException("palette tables of different lengths");
        }
        int[] argb = new int[red.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | red[i] << 16 | green[i] << 8 | blue[i];
        }
        LutDescriptor descriptor = descriptor(dataSet, Tag.RedPaletteColorLookupTableDescriptor);
        LutDescriptor.Inputs inputs = hasSignedPixels ? LutDescriptor.Inputs.SIGNED : LutDescriptor.Inputs.UNSIGNED;
        return new Palette(descriptor.firstMapped(inputs), argb);
    }

    private static int[] channel(Attributes dataSet, int descriptorTag, int dataTag) throws UnsupportedImageException {
        LutDescriptor descriptor = descriptor(dataSet, descriptorTag);
        byte[] data = bytes(dataSet, dataTag);
        if (SEGMENTED.contains(dataTag)) {
            int[] expanded = PaletteSegments.expand(words(data), descriptor.count());
            return descriptor.bits() == Short.SIZE ? upperBytes(expanded) : expanded;
        }
        int[] values = descriptor.entries(data);
        if (values.length < descriptor.count()) {
            throw new UnsupportedImageException("palette data too short");
        }
        boolean isWide = data.length >= 2 * descriptor.count();
        // Some writers declare 8 bits and store 16: a value beyond 255 gives them away.
        boolean isDeep = isWide
                && (descriptor.bits() == Short.SIZE || Arrays.stream(values).anyMatch(v -> v > 255));
        return isDeep ? upperBytes(values) : values;
    }

    private static LutDescriptor descriptor(Attributes dataSet, int tag) throws UnsupportedImageException {
        return LutDescriptor.of(dataSet, tag)
                .orElseThrow(() -> new UnsupportedImageException("palette descriptor missing"));
    }

    private static int[] words(byte[] data) {
        int[] words = new int[data.length / 2];
        Arrays.setAll(words, i -> LutDescriptor.word(data, i));
        return words;
    }

    private static int[] upperBytes(int[] values) {
        return Arrays.stream(values).map(value -> value >> 8).toArray();
    }

    private static byte[] bytes(Attributes dataSet, int tag) throws UnsupportedImageException {
        try {
            return dataSet.loadBytes(tag).orElseThrow(() -> new UnsupportedImageException("palette data missing"));
        } catch (IOException e) {
            throw new UnsupportedImageException("palette data cannot be read: " + e.getMessage());
        }
    }
}
