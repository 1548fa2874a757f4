package org.candela.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;

/** Invented studies of noise whose every frame has a grey of its own in the middle, to be known on a screen. */
final class MarkedStudies {
    /** So many greys in turn. */
    static final int GREYS = 8;

    static final double CENTER = 2048;
    static final double WIDTH = 4096;

    private static final int LEAST = 300;
    private static final int STEP = 450;
    private static final int NOISE = 200;

    private final Path folder;

    MarkedStudies(Path folder) {
        this.folder = folder;
    }

    /** Size of the frames. */
    record Size(int rows, int columns) {
        static final Size THREE_MP = new Size(2048, 1536);
        static final Size FIVE_MP = new Size(2560, 2048);
        static final Size CT = new Size(512, 512);

        int bytes() {
            return 2 * rows * columns;
        }
    }

    static Uid studyUid(int study) {
        return new Uid("1.2.826.0.1.3680043.10.9." + study);
    }

    /** Stored value in the middle of frame {@code frame} (from 0) of a study. */
    static int stored(int study, int frame) {
        return LEAST + STEP * Math.floorMod(3 * study + frame, GREYS);
    }

    /** The grey it has on a screen without calibration, in a window (PS3.3 C.11.2.1.2.1). */
    static int grey(int study, int frame, double center, double width) {
        double share = (stored(study, frame) - (center - 0.5)) / (width - 1) + 0.5;
        return (int) Math.round(255 * Math.max(0, Math.min(1, share)));
    }

    /** Files of a study of one series of single images. */
    List<Path> singles(int study, int images, Size size, String modality) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int image = 0; image < images; image++) {
            files.add(single(study, image, size, modality));
        }
        return files;
    }

    /** File of one image (from 0) of a series. */
    Path single(int study, int image, Size size, String modality) throws IOException {
        Attributes attributes =
                header(study, image, size, modality).setBytes(Tag.PixelData, VR.OW, pixels(size, stored(study, image)));
        return write(attributes, study + "-" + image);
    }

    /** One file of many frames. */
    Path multiFrame(int study, int frames, Size size, String modality) throws IOException {
        Path raw = folder.resolve(study + ".raw");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(raw))) {
            for (int frame = 0; frame < frames; frame++) {
                out.write(pixels(size, stored(study, frame)));
            }
        }
        Attributes attributes = header(study, 0, size, modality)
                .setNumbers(Tag.NumberOfFrames, VR.IS, frames)
                .setBulkData(Tag.PixelData, VR.OW, new BulkData(raw, 0, Files.size(raw), 1));
        Path file = write(attributes, study + "-0");
        Files.delete(raw);
        return file;
    }

    private Path write(Attributes attributes, String name) throws IOException {
        Path file = folder.resolve(name + ".dcm");
        DicomWriter.write(DicomFile.of(attributes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return file;
    }

    private static Attributes header(int study, int image, Size size, String modality) {
        boolean isSlice = modality.equals("CT");
        Attributes attributes = new Attributes()
                .set(Tag.SOPClassUID, VR.UI, isSlice ? "1.2.840.10008.5.1.4.1.1.2" : "1.2.840.10008.5.1.4.1.1.1.1")
                .set(Tag.SOPInstanceUID, VR.UI, studyUid(study).value() + ".1." + (image + 1))
                .set(Tag.StudyInstanceUID, VR.UI, studyUid(study).value())
                .set(Tag.SeriesInstanceUID, VR.UI, studyUid(study).value() + ".1")
                .set(Tag.StudyDate, VR.DA, "2026" + (study % 2 == 0 ? "0201" : "0101"))
                .set(Tag.StudyTime, VR.TM, "101500")
                .set(Tag.Modality, VR.CS, modality)
                .set(Tag.PatientName, VR.PN, "SYNTHETIC^BENCH")
                .set(Tag.PatientID, VR.LO, "BENCH-" + study / 2)
                .set(Tag.SeriesNumber, VR.IS, "1")
                .set(Tag.InstanceNumber, VR.IS, Integer.toString(image + 1))
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.Rows, VR.US, size.rows())
                .setNumbers(Tag.Columns, VR.US, size.columns())
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 12)
                .setNumbers(Tag.HighBit, VR.US, 11)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setNumbers(Tag.WindowCenter, VR.DS, CENTER)
                .setNumbers(Tag.WindowWidth, VR.DS, WIDTH);
        return isSlice
                ? attributes
                        .setNumbers(Tag.ImagePositionPatient, VR.DS, -100, -100, image)
                        .setNumbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0)
                        .setNumbers(Tag.PixelSpacing, VR.DS, 0.5, 0.5)
                : attributes;
    }

    private static byte[] pixels(Size size, int marked) {
        byte[] pixels = new byte[size.bytes()];
        int noise = marked;
        for (int y = 0; y < size.rows(); y++) {
            boolean isMiddleRow = Math.abs(y - size.rows() / 2) < size.rows() / 8;
            for (int x = 0; x < size.columns(); x++) {
                noise = noise * 1664525 + 1013904223;
                boolean isMarked = isMiddleRow && Math.abs(x - size.columns() / 2) < size.columns() / 8;
                int value = isMarked ? marked : 1000 + (noise >>> 16) % NOISE;
                int at = 2 * (y * size.columns() + x);
                pixels[at] = (byte) value;
                pixels[at + 1] = (byte) (value >> 8);
            }
        }
        return pixels;
    }
}
