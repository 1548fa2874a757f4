package org.candela.dicom.object.presentation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.image.OverlayPlane;

/** Overlays of a presentation state: which are shown (PS3.3 C.11.7), and those that it brings along (C.9.2). */
final class StateOverlays {
    private static final int LAST_GROUP = 0x601E;
    private static final int MOST_EDGE = 65535;
    private static final long MOST_BYTES = 64L << 20;

    private StateOverlays() {}

    /** The overlays that are shown; one that cannot be read is told as a warning. */
    // [impl->req~dicom-object.state-read~1]
    static List<OverlayActivation> activations(Attributes dataSet, List<String> warnings) {
        List<OverlayActivation> found = new ArrayList<>();
        for (int group = OverlayPlane.FIRST_GROUP; group <= LAST_GROUP; group += 2) {
            int offset = (group - OverlayPlane.FIRST_GROUP) << 16;
            Optional<String> layer = dataSet.string(StateTag.OverlayActivationLayer + offset);
            if (layer.isPresent()) {
                boolean isOwn = dataSet.contains(Tag.OverlayData + offset);
                Optional<OverlayPlane> own = isOwn ? plane(dataSet, group) : Optional.empty();
                if (isOwn && own.isEmpty()) {
                    warnings.add("an overlay of the presentation state itself cannot be read, not shown");
                } else {
                    found.add(new OverlayActivation(group, layer.orElseThrow(), own));
                }
            }
        }
        return found;
    }

    /** The overlay of a group; empty where it cannot be read. */
    static Optional<OverlayPlane> plane(Attributes dataSet, int group) {
        int offset = (group - OverlayPlane.FIRST_GROUP) << 16;
        int rows = dataSet.integer(Tag.OverlayRows + offset).orElse(0);
        int columns = dataSet.integer(Tag.OverlayColumns + offset).orElse(0);
        long bytes = ((long) rows * columns + 7) / 8;
        boolean isPossible = rows > 0 && columns > 0 && rows <= MOST_EDGE && columns <= MOST_EDGE;
        if (!isPossible || bytes > MOST_BYTES || length(dataSet, Tag.OverlayData + offset) < bytes) {
            return Optional.empty();
        }
        try {
            byte[] data = dataSet.loadBytes(Tag.OverlayData + offset).orElse(new byte[0]);
            return Optional.of(new OverlayPlane(
                    group,
                    rows,
                    columns,
                    origin(dataSet, offset, 0),
                    origin(dataSet, offset, 1),
                    OverlayPlane.Kind.GRAPHICS,
                    "",
                    BitSet.valueOf(data).get(0, rows * columns)));
        } catch (IOException e) {
            return Optional.empty(); // said by the caller as one that cannot be read
        }
    }

    /** Puts an overlay into a group. */
    static void write(OverlayPlane plane, int group, Attributes target) {
        int offset = (group - OverlayPlane.FIRST_GROUP) << 16;
        int bytes = (plane.rows() * plane.columns() + 15) / 16 * 2;
        target.setNumbers(Tag.OverlayRows + offset, VR.US, plane.rows())
                .setNumbers(Tag.OverlayColumns + offset, VR.US, plane.columns())
                .set(Tag.OverlayType + offset, VR.CS, "G")
                .setNumbers(Tag.OverlayOrigin + offset, VR.SS, plane.originRow() + 1, plane.originColumn() + 1)
                .setNumbers(StateTag.OverlayBitsAllocated + offset, VR.US, 1)
                .setNumbers(Tag.OverlayBitPosition + offset, VR.US, 0)
                .setBytes(
                        Tag.OverlayData + offset,
                        VR.OW,
                        Arrays.copyOf(plane.bits().toByteArray(), bytes));
    }

    private static long length(Attributes dataSet, int tag) {
        return dataSet.bulkData(tag).map(BulkData::length).orElseGet(() ->
                (long) dataSet.bytes(tag).orElse(new byte[0]).length);
    }

    /** Overlay Origin is row\column from 1\1. */
    private static int origin(Attributes dataSet, int offset, int index) {
        List<Double> origin = dataSet.numbers(Tag.OverlayOrigin + offset);
        return origin.size() == 2 ? origin.get(index).intValue() - 1 : 0;
    }
}
