package org.candela.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;

/** An echocardiogram: a colour cine of one heart beat, RLE compressed, with one calibrated region. */
final class UltrasoundPainter implements StudyPainter {
    static final int FRAMES = 24;
    static final int ROWS = 480;
    static final int COLUMNS = 640;
    static final double FRAME_TIME_MS = 40;
    /** Distance of pixels in the region, cm. */
    static final double DELTA_CM = 0.04;

    private static final int CENTIMETRES = 3;
    private static final int ITEM_HEADER_BYTES = 8;

    @Override
    public void paint(StudyPlan plan, Sink sink) throws IOException {
        Path frames = Files.createTempFile("candela-us-", ".rle");
        try {
            Attributes attributes = plan.seriesModules(1, "APICAL FOUR CHAMBER");
            plan.addImageModules(attributes, UID.UltrasoundMultiFrameImageStorage, 1);
            addCine(attributes);
            addRegion(attributes);
            PixelModule.addRgb(attributes, ROWS, COLUMNS);
            attributes.setFragments(Tag.PixelData, encode(new HeartCine(plan), frames));
            sink.accept(DicomFile.of(attributes, TransferSyntax.RLE_LOSSLESS));
        } finally {
            Files.delete(frames);
        }
    }

    /** Encoded frames lie in a file while the object is written: fragments are read from files. */
    private static Fragments encode(HeartCine cine, Path file) throws IOException {
        ByteBuffer offsets = ByteBuffer.allocate(4 * FRAMES).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<BulkData> items = new ArrayList<>();
        int offset = 0;
        for (int frame = 0; frame < FRAMES; frame++) {
            byte[] encoded = RleEncoder.encode(cine.frame(frame), COLUMNS, 3);
            items.add(new BulkData(file, all.size(), encoded.length, 1));
            all.writeBytes(encoded);
            offsets.putInt(offset);
            offset += ITEM_HEADER_BYTES + encoded.length;
        }
        Files.write(file, all.toByteArray());
        return new Fragments(offsets.array(), items);
    }

    private static void addCine(Attributes attributes) {
        attributes.set(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "TTE", "0011");
        attributes.setNumbers(Tag.NumberOfFrames, VR.IS, FRAMES);
        attributes.setNumbers(Tag.FrameTime, VR.DS, FRAME_TIME_MS);
        attributes.setNumbers(Tag.CineRate, VR.IS, 1000 / FRAME_TIME_MS);
        attributes.setBytes(Tag.FrameIncrementPointer, VR.AT, new byte[] {0x18, 0, 0x63, 0x10});
        attributes.set(Tag.PatientOrientation, VR.CS);
    }

    /** PS3.3 C.8.5.5: tissue, two-dimensional, centimetres both ways. */
    private static void addRegion(Attributes attributes) {
        Attributes region = new Attributes()
                .setNumbers(Tag.RegionSpatialFormat, VR.US, 1)
                .setNumbers(Tag.RegionDataType, VR.US, 1)
                .setNumbers(Tag.RegionFlags, VR.UL, 0)
                .setNumbers(Tag.RegionLocationMinX0, VR.UL, HeartCine.LEFT)
                .setNumbers(Tag.RegionLocationMinY0, VR.UL, HeartCine.TOP)
                .setNumbers(Tag.RegionLocationMaxX1, VR.UL, HeartCine.RIGHT)
                .setNumbers(Tag.RegionLocationMaxY1, VR.UL, HeartCine.BOTTOM)
                .setNumbers(Tag.PhysicalUnitsXDirection, VR.US, CENTIMETRES)
                .setNumbers(Tag.PhysicalUnitsYDirection, VR.US, CENTIMETRES)
                .setNumbers(Tag.PhysicalDeltaX, VR.FD, DELTA_CM)
                .setNumbers(Tag.PhysicalDeltaY, VR.FD, DELTA_CM);
        attributes.setItems(Tag.SequenceOfUltrasoundRegions, List.of(region));
    }
}
