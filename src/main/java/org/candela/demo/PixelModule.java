package org.candela.demo;

import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;

/** Image Pixel module (PS3.3 C.7.6.3) of the pictures made here. */
final class PixelModule {
    private PixelModule() {}

    /** Unsigned grey samples in 16 bits. */
    static void addGrey(Attributes attributes, GreyImage image, String photometric, Samples samples) {
        addShape(attributes, image.rows(), image.columns());
        attributes.set(Tag.SamplesPerPixel, VR.US, "1");
        attributes.set(Tag.PhotometricInterpretation, VR.CS, photometric);
        attributes.setNumbers(Tag.BitsAllocated, VR.US, 16);
        attributes.setNumbers(Tag.BitsStored, VR.US, samples.bitsStored());
        attributes.setNumbers(Tag.HighBit, VR.US, samples.bitsStored() - 1);
        attributes.setNumbers(Tag.PixelRepresentation, VR.US, 0);
        attributes.setBytes(
                Tag.PixelData, VR.OW, image.toUnsigned16(samples.offset(), (1 << samples.bitsStored()) - 1));
    }

    /** @param offset added to a value to make it a stored one */
    record Samples(int bitsStored, float offset) {}

    /** Interleaved RGB in 8 bits; the pixel data itself is added by the caller. */
    static void addRgb(Attributes attributes, int rows, int columns) {
        addShape(attributes, rows, columns);
        attributes.set(Tag.SamplesPerPixel, VR.US, "3");
        attributes.set(Tag.PhotometricInterpretation, VR.CS, "RGB");
        attributes.setNumbers(Tag.PlanarConfiguration, VR.US, 0);
        attributes.setNumbers(Tag.BitsAllocated, VR.US, 8);
        attributes.setNumbers(Tag.BitsStored, VR.US, 8);
        attributes.setNumbers(Tag.HighBit, VR.US, 7);
        attributes.setNumbers(Tag.PixelRepresentation, VR.US, 0);
    }

    private static void addShape(Attributes attributes, int rows, int columns) {
        attributes.setNumbers(Tag.Rows, VR.US, rows);
        attributes.setNumbers(Tag.Columns, VR.US, columns);
    }
}
