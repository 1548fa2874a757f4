package org.candela.pitfall;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.image.AffineMap;
import org.candela.image.DisplayLut;
import org.candela.image.RasterArgb;
import org.candela.study.LoadedFrame;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.picture.ResolvedView;

/** Images whose every value is known, written to files and read as any other. */
final class PitfallImages {
    private PitfallImages() {}

    /** Grey values of 16 bits allocated, unsigned, 12 of them stored. */
    static Attributes grey(String modality, int rows, int columns) {
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .set(Tag.Modality, VR.CS, modality)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .setNumbers(Tag.Rows, VR.US, rows)
                .setNumbers(Tag.Columns, VR.US, columns)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 12)
                .setNumbers(Tag.HighBit, VR.US, 11)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0);
    }

    /** One row of such values. */
    static Attributes row(String modality, int... words) {
        return grey(modality, 1, words.length).setBytes(Tag.PixelData, VR.OW, words(words));
    }

    /** One row of signed 16-bit values. */
    static Attributes signedRow(String modality, int... words) {
        return row(modality, words)
                .setNumbers(Tag.BitsStored, VR.US, 16)
                .setNumbers(Tag.HighBit, VR.US, 15)
                .setNumbers(Tag.PixelRepresentation, VR.US, 1);
    }

    /** Eight bits a sample, three samples a pixel. */
    static Attributes colour(String photometric, int rows, int columns, byte... samples) {
        return grey("OT", rows, columns)
                .set(Tag.PhotometricInterpretation, VR.CS, photometric)
                .setNumbers(Tag.SamplesPerPixel, VR.US, 3)
                .setNumbers(Tag.PlanarConfiguration, VR.US, 0)
                .setNumbers(Tag.BitsAllocated, VR.US, 8)
                .setNumbers(Tag.BitsStored, VR.US, 8)
                .setNumbers(Tag.HighBit, VR.US, 7)
                .setBytes(Tag.PixelData, VR.OB, Arrays.copyOf(samples, samples.length + samples.length % 2));
    }

    static Attributes window(Attributes image, double center, double width) {
        return image.setNumbers(Tag.WindowCenter, VR.DS, center).setNumbers(Tag.WindowWidth, VR.DS, width);
    }

    static byte[] words(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            bytes.putShort((short) word);
        }
        return bytes.array();
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static FrameReader open(Path folder, Attributes image) throws IOException, CandelaException {
        return open(folder, image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    static FrameReader open(Path folder, Attributes image, TransferSyntax syntax) throws IOException, CandelaException {
        Path file = Files.createTempFile(folder, "image", ".dcm");
        DicomWriter.write(DicomFile.of(image, syntax), file);
        return FrameReader.open(file);
    }

    static LoadedFrame load(Path folder, Attributes image) throws IOException, CandelaException {
        return LoadedFrame.of(open(folder, image).load(0));
    }

    static int[] stored(LoadedFrame loaded) {
        int[] values = new int[loaded.frame().samples().length];
        Arrays.setAll(values, loaded.frame()::value);
        return values;
    }

    /** What is drawn, one device pixel a pixel, as the file asks, on a display without calibration. */
    static int[] drawn(LoadedFrame loaded) {
        return drawn(loaded, DataPresentation.initial(loaded), DisplayLut.IDENTITY);
    }

    static int[] drawn(LoadedFrame loaded, DataPresentation presentation, DisplayLut display) {
        CanvasSize canvas = new CanvasSize(
                loaded.frame().layout().columns(), loaded.frame().layout().rows());
        RasterArgb raster = RasterArgb.ofSize(canvas.width(), canvas.height());
        Picture picture = new Picture(loaded, presentation, new ResolvedView(AffineMap.IDENTITY, canvas));
        Renderer.ON_CALLER.render(picture, display, raster);
        return raster.pixels();
    }

    /** The same as greys of 8 bits; a colour fails. */
    static int[] greys(LoadedFrame loaded) {
        return greys(loaded, DataPresentation.initial(loaded));
    }

    static int[] greys(LoadedFrame loaded, DataPresentation presentation) {
        return Arrays.stream(drawn(loaded, presentation, DisplayLut.IDENTITY))
                .map(PitfallImages::grey)
                .toArray();
    }

    private static int grey(int argb) {
        int blue = argb & 0xFF;
        if (argb != (0xFF000000 | blue * 0x010101)) {
            throw new AssertionError("no grey: " + Integer.toHexString(argb));
        }
        return blue;
    }
}
