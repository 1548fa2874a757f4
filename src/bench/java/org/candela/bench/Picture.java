package org.candela.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;

/**
 * A made-up image with what decides how fast a codec is: a dark border, smooth tissue, hard edges and detector noise.
 *
 * @param name file name without extension
 * @param rows height
 * @param columns width
 * @param samples 1, or 3 for colour
 * @param bits of a sample, 8 to 16
 * @param noise standard deviation of the noise, as a part of the range
 */
record Picture(String name, int rows, int columns, int samples, int bits, double noise) {
    /** Like CT, MR, a digital radiograph, and the colour of ultrasound. */
    static final List<Picture> ALL = List.of(
            new Picture("ct", 512, 512, 1, 12, 0.006),
            new Picture("mr", 256, 256, 1, 12, 0.012),
            new Picture("dx", 2048, 1792, 1, 14, 0.003),
            new Picture("us", 480, 640, 3, 8, 0.02));

    private static final long SEED = 20_260_101L;

    /** Row-major, colour by pixel. */
    short[] draw() {
        SplittableRandom random = new SplittableRandom(SEED);
        short[] drawn = new short[rows * columns * samples];
        int maximum = (1 << bits) - 1;
        for (int i = 0; i < drawn.length; i++) {
            int pixel = i / samples;
            double y = 2.0 * (pixel / columns) / rows - 1;
            double x = 2.0 * (pixel % columns) / columns - 1;
            double value = value(x, y, i % samples);
            double noisy = value == 0 ? 0 : value + noise * gaussian(random);
            drawn[i] = (short) Math.round(Math.max(0, Math.min(1, noisy)) * maximum);
        }
        return drawn;
    }

    /** Air 0, then tissue with a slow shade, a bright bone, a dark lung, a line of metal. */
    private static double value(double x, double y, int sample) {
        double body = x * x / 0.72 + y * y / 0.5;
        if (body > 1) {
            return 0;
        }
        double shade = 0.35 + 0.1 * Math.sin(3 * x + sample) * Math.cos(4 * y) + 0.03 * Math.sin(40 * x * y);
        double bone = Math.hypot(x, y - 0.35) < 0.14 ? 0.35 : 0;
        double lung =
                Math.hypot((x - 0.35) * 1.4, y + 0.1) < 0.3 || Math.hypot((x + 0.35) * 1.4, y + 0.1) < 0.3 ? -0.25 : 0;
        double metal = Math.abs(x - 0.2 * y) < 0.004 ? 0.3 : 0;
        return shade + bone + lung + metal;
    }

    /** Sum of uniform numbers; nearly normal, standard deviation 1. */
    private static double gaussian(SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += random.nextDouble();
        }
        return (sum - 2) * Math.sqrt(3);
    }

    /** Writes it as an uncompressed DICOM file of number {@code instance} in its series. */
    Path write(Path folder, int instance) throws IOException {
        Path target = folder.resolve(name + (instance == 0 ? "" : "-" + instance) + ".dcm");
        DicomWriter.write(DicomFile.of(dataSet(instance), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), target);
        return target;
    }

    private Attributes dataSet(int instance) {
        Attributes dataSet = new Attributes();
        dataSet.set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7");
        dataSet.set(Tag.SOPInstanceUID, VR.UI, "2.25.20260101." + rows + "." + columns + "." + instance);
        dataSet.set(Tag.StudyInstanceUID, VR.UI, "2.25.20260101");
        dataSet.set(Tag.SeriesInstanceUID, VR.UI, "2.25.20260101." + rows);
        dataSet.set(Tag.StudyDate, VR.DA, "20260101").set(Tag.StudyTime, VR.TM, "120000");
        dataSet.set(Tag.StudyID, VR.SH, "1").set(Tag.AccessionNumber, VR.SH, "1");
        dataSet.set(Tag.PatientName, VR.PN, "Bench^Picture").set(Tag.PatientID, VR.LO, "BENCH");
        dataSet.set(Tag.Modality, VR.CS, "OT").set(Tag.ConversionType, VR.CS, "SYN");
        dataSet.set(Tag.SeriesNumber, VR.IS, "1").set(Tag.InstanceNumber, VR.IS, String.valueOf(instance + 1));
        dataSet.setNumbers(Tag.SamplesPerPixel, VR.US, samples);
        dataSet.set(Tag.PhotometricInterpretation, VR.CS, samples == 3 ? "RGB" : "MONOCHROME2");
        if (samples == 3) {
            dataSet.setNumbers(Tag.PlanarConfiguration, VR.US, 0);
        }
        dataSet.setNumbers(Tag.Rows, VR.US, rows).setNumbers(Tag.Columns, VR.US, columns);
        dataSet.setNumbers(Tag.BitsAllocated, VR.US, bits > 8 ? 16 : 8);
        dataSet.setNumbers(Tag.BitsStored, VR.US, bits).setNumbers(Tag.HighBit, VR.US, bits - 1);
        dataSet.setNumbers(Tag.PixelRepresentation, VR.US, 0);
        dataSet.setBytes(Tag.PixelData, bits > 8 ? VR.OW : VR.OB, bytes(Order.LEAST_FIRST));
        return dataSet;
    }

    /** Writes it as PGM or PPM, which the encoders of JPEG 2000 take. */
    Path writePortable(Path folder) throws IOException {
        Path target = folder.resolve(name + (samples == 3 ? ".ppm" : ".pgm"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String header = "P" + (samples == 3 ? 6 : 5) + "\n" + columns + " " + rows + "\n" + ((1 << bits) - 1) + "\n";
        bytes.write(header.getBytes(StandardCharsets.US_ASCII));
        bytes.write(bytes(Order.MOST_FIRST));
        Files.write(target, bytes.toByteArray());
        return target;
    }

    private enum Order {
        LEAST_FIRST,
        MOST_FIRST
    }

    private byte[] bytes(Order order) {
        short[] drawn = draw();
        if (bits <= 8) {
            byte[] bytes = new byte[drawn.length];
            for (int i = 0; i < drawn.length; i++) {
                bytes[i] = (byte) drawn[i];
            }
            return bytes;
        }
        byte[] bytes = new byte[drawn.length * 2];
        int least = order == Order.LEAST_FIRST ? 0 : 1;
        for (int i = 0; i < drawn.length; i++) {
            bytes[2 * i + least] = (byte) drawn[i];
            bytes[2 * i + 1 - least] = (byte) (drawn[i] >> 8);
        }
        return bytes;
    }
}
