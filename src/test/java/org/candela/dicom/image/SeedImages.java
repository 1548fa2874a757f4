package org.candela.dicom.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.candela.Fuzz;
import org.candela.base.Uid;
import org.candela.codec.Encoders;
import org.candela.codec.jpeg.LosslessWriter;
import org.candela.codec.jpeg.LosslessWriter.Spec;
import org.candela.codec.stream.CodecException;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.image.Frame;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;

/** Small images of every kind, made by code, to be mutated: each with much that can be damaged. */
final class SeedImages {
    private static final int ROWS = 23;
    private static final int COLUMNS = 37;
    private static final int STREAM_ROWS = 37;
    private static final int STREAM_COLUMNS = 45;
    private static final String JPEG = "1.2.840.10008.1.2.4.";

    private SeedImages() {}

    /** Uncompressed, with every table, overlay and functional group that is read. */
    static List<Fuzz.Seed> plain() throws IOException {
        List<Fuzz.Seed> seeds = new ArrayList<>();
        for (String syntax : List.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2")) {
            seeds.add(seed("grey 16 bits", syntax, pixels(withTables(grey(16, 12)), ROWS * COLUMNS * 2)));
            seeds.add(seed("1 bit", syntax, pixels(grey(1, 1).setNumbers(Tag.NumberOfFrames, VR.IS, 3), 400)));
            seeds.add(seed("planar colour", syntax, pixels(colour("RGB", 1), ROWS * COLUMNS * 3)));
            seeds.add(seed("subsampled", syntax, pixels(colour("YBR_FULL_422", 0), ROWS * COLUMNS * 2 + 2)));
            seeds.add(seed("segmented palette", syntax, pixels(segmented(grey(8, 8)), ROWS * COLUMNS)));
            seeds.add(seed("32 bits", syntax, pixels(grey(32, 32), ROWS * COLUMNS * 4)));
            seeds.add(seed("enhanced", syntax, pixels(enhanced(grey(16, 16)), ROWS * COLUMNS * 6)));
            seeds.add(seed("float", syntax, floats(Tag.FloatPixelData, VR.OF, 4)));
            seeds.add(seed("double", syntax, floats(Tag.DoubleFloatPixelData, VR.OD, 8)));
        }
        return seeds;
    }

    /** RLE and deflated frames. */
    static List<Fuzz.Seed> packed() throws IOException, CodecException {
        List<Fuzz.Seed> seeds = new ArrayList<>();
        for (String uid : List.of("1.2.840.10008.1.2.5", JPEG + "80")) {
            for (int bits : new int[] {8, 12, 16}) {
                Attributes image = grey(bits > 8 ? 16 : 8, bits);
                seeds.add(seed(uid + " " + bits + " bits", uid, fragments(withTables(image), coded(uid, bits, 1))));
            }
            seeds.add(seed(uid + " colour", uid, fragments(colour("RGB", 0), coded(uid, 8, 3))));
        }
        String deflated = "1.2.840.10008.1.2.8.1";
        seeds.add(seed("deflated", deflated, fragments(grey(16, 16), deflated(ROWS * COLUMNS * 2))));
        seeds.add(seed("deflated 32", deflated, fragments(grey(32, 32), deflated(ROWS * COLUMNS * 4))));
        return seeds;
    }

    /** Every process of JPEG that something at hand writes. */
    static List<Fuzz.Seed> jpeg() throws IOException {
        List<Fuzz.Seed> seeds = new ArrayList<>();
        for (int uid : new int[] {50, 51, 53, 55}) {
            for (boolean isProgressive : new boolean[] {false, true}) {
                String name = "JPEG ." + uid + (isProgressive ? " progressive" : "");
                byte[] grey = photograph(BufferedImage.TYPE_BYTE_GRAY, isProgressive);
                seeds.add(seed(name + " grey", JPEG + uid, fragments(grey(8, 8), grey)));
                byte[] colour = photograph(BufferedImage.TYPE_INT_RGB, isProgressive);
                seeds.add(seed(name + " colour", JPEG + uid, fragments(colour("YBR_FULL_422", 0), colour)));
            }
        }
        for (int predictor = 1; predictor <= 7; predictor++) {
            Spec spec = Spec.plain(COLUMNS, ROWS, 16, predictor).withRestartRows(predictor % 3);
            byte[] stream = LosslessWriter.write(spec, noise(16));
            seeds.add(seed(
                    "JPEG lossless " + predictor, JPEG + (predictor > 1 ? 57 : 70), fragments(grey(16, 16), stream)));
        }
        byte[] apart = LosslessWriter.write(Spec.plain(COLUMNS, ROWS, 8, 1).apart(), noise(8), noise(8), noise(8));
        seeds.add(seed("JPEG lossless colour", JPEG + 70, fragments(colour("RGB", 0), apart)));
        return seeds;
    }

    /** Streams that OpenJPEG made, with every coding style. */
    static List<Fuzz.Seed> jpeg2000(List<String> names, int uid) throws IOException {
        List<Fuzz.Seed> seeds = new ArrayList<>();
        for (String name : names) {
            boolean isColour = name.contains("colour");
            int bits = name.contains("12") ? 12 : name.contains("16") || name.contains("sixteen") ? 16 : 8;
            Attributes image = isColour ? colour("YBR_RCT", 0) : grey(bits > 8 ? 16 : 8, bits);
            image.setNumbers(Tag.Rows, VR.US, STREAM_ROWS).setNumbers(Tag.Columns, VR.US, STREAM_COLUMNS);
            seeds.add(seed(name, JPEG + uid, fragments(image, stream(name))));
        }
        return seeds;
    }

    private static byte[] stream(String name) throws IOException {
        try (InputStream stream = SeedImages.class.getResourceAsStream("/org/candela/codec/jpeg2000/" + name)) {
            if (stream == null) {
                throw new IOException("no stream " + name);
            }
            return stream.readAllBytes();
        }
    }

    private static Fuzz.Seed seed(String name, String syntax, Attributes dataSet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DicomWriter.write(DicomFile.of(dataSet, TransferSyntax.of(new Uid(syntax))), bytes);
        return new Fuzz.Seed(name + " in " + syntax, bytes.toByteArray());
    }

    private static Attributes grey(int allocated, int stored) {
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .setNumbers(Tag.Rows, VR.US, ROWS)
                .setNumbers(Tag.Columns, VR.US, COLUMNS)
                .setNumbers(Tag.BitsAllocated, VR.US, allocated)
                .setNumbers(Tag.BitsStored, VR.US, stored)
                .setNumbers(Tag.HighBit, VR.US, stored - 1)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0);
    }

    private static Attributes colour(String photometric, int planar) {
        return grey(8, 8)
                .set(Tag.PhotometricInterpretation, VR.CS, photometric)
                .setNumbers(Tag.SamplesPerPixel, VR.US, 3)
                .setNumbers(Tag.PlanarConfiguration, VR.US, planar);
    }

    private static Attributes table(int first) {
        return new Attributes()
                .setNumbers(Tag.LUTDescriptor, VR.US, 256, first, 16)
                .setBytes(Tag.LUTData, VR.OW, random(512));
    }

    private static Attributes withTables(Attributes image) {
        return image.set(Tag.Modality, VR.CS, "CT")
                .setNumbers(Tag.ImagePositionPatient, VR.DS, -100, -90, 12)
                .setNumbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0)
                .setNumbers(Tag.PixelSpacing, VR.DS, 0.5, 0.25)
                .setNumbers(Tag.ImagerPixelSpacing, VR.DS, 0.5, 0.25)
                .setNumbers(Tag.WindowCenter, VR.DS, 40, 300)
                .setNumbers(Tag.WindowWidth, VR.DS, 400, 1500)
                .setNumbers(Tag.PixelPaddingValue, VR.US, 7)
                .setNumbers(Tag.PixelPaddingRangeLimit, VR.US, 9)
                .setItems(Tag.ModalityLUTSequence, List.of(table(0)))
                .setItems(Tag.VOILUTSequence, List.of(table(0), table(100)))
                .setItems(Tag.PresentationLUTSequence, List.of(table(0)))
                .setNumbers(Tag.OverlayRows, VR.US, ROWS)
                .setNumbers(Tag.OverlayColumns, VR.US, COLUMNS)
                .set(Tag.OverlayType, VR.CS, "G")
                .setNumbers(Tag.OverlayOrigin, VR.SS, 1, 1)
                .setNumbers(Tag.OverlayBitPosition, VR.US, 0)
                .setBytes(Tag.OverlayData, VR.OW, random(ROWS * COLUMNS / 8 + 2))
                .setNumbers(Tag.OverlayRows + 0x20000, VR.US, ROWS)
                .setNumbers(Tag.OverlayColumns + 0x20000, VR.US, COLUMNS)
                .setNumbers(Tag.OverlayBitPosition + 0x20000, VR.US, 13)
                .setNumbers(Tag.NumberOfFramesInOverlay + 0x20000, VR.IS, 1)
                .setNumbers(Tag.ImageFrameOrigin + 0x20000, VR.US, 1);
    }

    /** Segments of every kind (C.7.9.2): discrete, linear, indirect. */
    private static Attributes segmented(Attributes image) {
        image.set(Tag.PhotometricInterpretation, VR.CS, "PALETTE COLOR");
        short[] segments = {0, 2, 0, 100, 1, 125, 255, 2, 1, 4, 0};
        ByteBuffer bytes = ByteBuffer.allocate(2 * segments.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(segments);
        for (int channel = 0; channel < 3; channel++) {
            image.setNumbers(Tag.RedPaletteColorLookupTableDescriptor + channel, VR.US, 256, 0, 16);
            image.setBytes(Tag.SegmentedRedPaletteColorLookupTableData + channel, VR.OW, bytes.array());
        }
        return image;
    }

    private static Attributes enhanced(Attributes image) {
        List<Attributes> frames = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Attributes content = new Attributes()
                    .setNumbers(Tag.DimensionIndexValues, VR.UL, 1, i + 1)
                    .setNumbers(Tag.InStackPositionNumber, VR.UL, i + 1);
            Attributes position = new Attributes().setNumbers(Tag.ImagePositionPatient, VR.DS, 0, 0, i);
            frames.add(new Attributes()
                    .setItems(Tag.FrameContentSequence, List.of(content))
                    .setItems(Tag.PlanePositionSequence, List.of(position)));
        }
        Attributes measures = new Attributes().setNumbers(Tag.PixelSpacing, VR.DS, 1, 1);
        Attributes orientation = new Attributes().setNumbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0);
        Attributes values =
                new Attributes().setNumbers(Tag.RescaleSlope, VR.DS, 2).setNumbers(Tag.RescaleIntercept, VR.DS, -1024);
        Attributes voi = new Attributes()
                .setNumbers(Tag.WindowCenter, VR.DS, 40)
                .setNumbers(Tag.WindowWidth, VR.DS, 400)
                .setItems(Tag.VOILUTSequence, List.of(table(0)));
        Attributes shared = new Attributes()
                .setItems(Tag.PixelMeasuresSequence, List.of(measures))
                .setItems(Tag.PlaneOrientationSequence, List.of(orientation))
                .setItems(Tag.PixelValueTransformationSequence, List.of(values))
                .setItems(Tag.FrameVOILUTSequence, List.of(voi));
        return image.setNumbers(Tag.NumberOfFrames, VR.IS, 3)
                .setItems(Tag.SharedFunctionalGroupsSequence, List.of(shared))
                .setItems(Tag.PerFrameFunctionalGroupsSequence, frames);
    }

    private static Attributes pixels(Attributes image, int count) {
        return image.setBytes(Tag.PixelData, VR.OW, random(count + count % 2));
    }

    private static Attributes floats(int tag, VR vr, int bytes) {
        return grey(8 * bytes, 8 * bytes).setBytes(tag, vr, random(ROWS * COLUMNS * bytes));
    }

    /** Three frames of two fragments each, found by both offset tables. */
    private static Attributes fragments(Attributes image, byte[] stream) {
        List<BulkData> items = new ArrayList<>();
        ByteBuffer basic = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer extended = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer lengths = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        int half = stream.length / 4 * 2;
        byte[] rest = Arrays.copyOfRange(stream, half, stream.length + stream.length % 2);
        for (int i = 0; i < 3; i++) {
            int offset = i * (16 + half + rest.length);
            basic.putInt(offset);
            extended.putLong(offset);
            lengths.putLong(stream.length);
            items.add(BulkData.ofBytes(Arrays.copyOf(stream, half)));
            items.add(BulkData.ofBytes(rest));
        }
        return image.setNumbers(Tag.NumberOfFrames, VR.IS, 3)
                .setBytes(Tag.ExtendedOffsetTable, VR.OV, extended.array())
                .setBytes(Tag.ExtendedOffsetTableLengths, VR.OV, lengths.array())
                .setFragments(Tag.PixelData, new Fragments(basic.array(), items));
    }

    private static byte[] coded(String uid, int bits, int samples) throws CodecException {
        int allocated = bits > 8 ? 16 : 8;
        Photometric photometric = samples == 1 ? Photometric.MONOCHROME2 : Photometric.RGB;
        PixelLayout layout = new PixelLayout(ROWS, COLUMNS, photometric, allocated, bits, bits - 1, false, false);
        short[] values = new short[ROWS * COLUMNS * samples];
        int[] noise = noise(bits);
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (i < values.length / 3 ? 1 : noise[i % noise.length]);
        }
        return Encoders.forTransferSyntax(new Uid(uid)).orElseThrow().encode(new Frame(layout, values));
    }

    private static byte[] deflated(int count) throws IOException {
        Deflater raw = new Deflater(9, true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var stream = new DeflaterOutputStream(bytes, raw)) {
            stream.write(random(count));
        } finally {
            raw.end();
        }
        return bytes.toByteArray();
    }

    private static byte[] photograph(int type, boolean isProgressive) throws IOException {
        BufferedImage image = new BufferedImage(COLUMNS, ROWS, type);
        Random random = new Random(2);
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                image.setRGB(x, y, (x * 3) << 16 | (y * 4) << 8 | (random.nextInt(3) == 0 ? 255 : x + y));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(isProgressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static int[] noise(int bits) {
        return new Random(bits).ints(ROWS * COLUMNS, 0, 1 << bits).toArray();
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
