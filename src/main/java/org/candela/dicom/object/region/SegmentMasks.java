package org.candela.dicom.object.region;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.candela.base.CandelaException;
import org.candela.dicom.Tag;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.object.UnsupportedObjectException;
import org.candela.image.Frame;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;

/**
 * Masks of a segmentation on images, read frame by frame from its file.
 *
 * <p>Reads and decodes on the calling thread. Immutable; safe from any thread.
 */
public final class SegmentMasks {
    /** Of all masks of one image together. */
    private static final long MOST_BYTES = 256L << 20;

    private static final int OPAQUE = 255;

    private final Segmentation segmentation;
    private final FrameReader frames;

    /**
     * Masks of {@code segmentation}.
     *
     * @param frames of the same file
     * @throws IllegalArgumentException when the file has another number of frames
     */
    public SegmentMasks(Segmentation segmentation, FrameReader frames) {
        if (segmentation.frames().size() != frames.frameCount()) {
            throw new IllegalArgumentException("the frames are not those of the segmentation");
        }
        this.segmentation = segmentation;
        this.frames = frames;
    }

    // [impl->req~dicom-object.segment-masks~1]
    /**
     * The segments that lie on {@code target}, each once, by number, in the pixels of the target; the background of a label
     * map is none.
     *
     * <p>A frame whose plane and size are those of the target, or are not known, is taken pixel by pixel; another is looked
     * up by the nearest pixel in the patient.
     *
     * @throws UnsupportedObjectException when the masks take more than 256 MiB, or a frame cannot be laid over the target
     */
    public List<SegmentMask> on(ImageTarget target) throws IOException, CandelaException {
        Map<Integer, byte[]> bySegment = new TreeMap<>();
        long pixels = (long) target.grid().rows() * target.grid().columns();
        Map<Optional<SlicePlane>, int[]> placesByPlane = new HashMap<>(); // many segments share one plane
        for (SegmentFrame frame : segmentation.framesOn(target)) {
            if (frame.segment().isEmpty() && segmentation.coding().kind() != Segmentation.Kind.LABELMAP) {
                continue; // of no segment, which the segmentation says
            }
            int[] places = placesByPlane.get(frame.plane());
            if (places == null) {
                places = places(frame, target);
                placesByPlane.clear(); // one at a time is enough, and bounded
                placesByPlane.put(frame.plane(), places);
            }
            Frame values = frames.read(frame.index());
            for (int i = 0; i < places.length; i++) {
                int value = places[i] < 0 ? 0 : values.value(places[i]);
                if (value != 0) {
                    byte[] mask = mark(bySegment, frame, value, pixels);
                    mask[i] = (byte) Math.max(mask[i] & OPAQUE, opacity(value));
                }
            }
        }
        List<SegmentMask> masks = new ArrayList<>();
        bySegment.forEach((segment, opacity) -> masks.add(new SegmentMask(segment, target.grid(), opacity)));
        return masks;
    }

    private byte[] mark(Map<Integer, byte[]> bySegment, SegmentFrame frame, int value, long pixels)
            throws UnsupportedObjectException {
        int segment = frame.segment().orElse(value);
        byte[] found = bySegment.get(segment);
        if (found == null) {
            if ((bySegment.size() + 1) * pixels > MOST_BYTES) {
                throw new UnsupportedObjectException(
                        Tag.PixelData, "the masks of " + (bySegment.size() + 1) + " segments take too much memory");
            }
            found = new byte[(int) pixels];
            bySegment.put(segment, found);
        }
        return found;
    }

    private int opacity(int value) {
        return switch (segmentation.coding().kind()) {
            case BINARY, LABELMAP -> OPAQUE;
            case PROBABILITY, OCCUPANCY ->
                Math.max(
                        1,
                        Math.min(
                                OPAQUE,
                                Math.round((float) value
                                        * OPAQUE
                                        / segmentation.coding().maximum())));
        };
    }

    /** Index in the frame of each pixel of the target; −1 for what lies beside it. */
    private int[] places(SegmentFrame frame, ImageTarget target) throws UnsupportedObjectException {
        boolean isKnown = frame.plane().isPresent() && target.place().isPresent();
        if (!isKnown) {
            if (!target.grid().equals(segmentation.grid())) {
                throw new UnsupportedObjectException(
                        Tag.Rows, "a mask of another size than its image, and no planes to compare");
            }
            return identity();
        }
        SlicePlane from = target.place().orElseThrow().plane();
        SlicePlane to = frame.plane().orElseThrow();
        return isSameGrid(from, to, target.grid()) ? identity() : nearest(from, to, target.grid());
    }

    private int[] identity() {
        int[] places = new int[segmentation.grid().rows() * segmentation.grid().columns()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        return places;
    }

    /** Whether the corners of the target are those of the frame, within a hundredth of a pixel. */
    private boolean isSameGrid(SlicePlane from, SlicePlane to, ImageTarget.Grid grid) {
        if (!grid.equals(segmentation.grid())) {
            return false;
        }
        int right = grid.columns() - 1;
        int bottom = grid.rows() - 1;
        for (int[] corner : new int[][] {{0, 0}, {right, 0}, {0, bottom}}) {
            Vector3 point = from.patientPoint(corner[0], corner[1]);
            if (Math.abs(to.column(point) - corner[0]) > 0.01 || Math.abs(to.row(point) - corner[1]) > 0.01) {
                return false;
            }
        }
        return true;
    }

    private int[] nearest(SlicePlane from, SlicePlane to, ImageTarget.Grid grid) {
        int[] places = new int[grid.rows() * grid.columns()];
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                Vector3 point = from.patientPoint(column, row);
                places[row * grid.columns() + column] = index(to.row(point), to.column(point));
            }
        }
        return places;
    }

    private int index(double row, double column) {
        long y = Math.round(row);
        long x = Math.round(column);
        boolean isInside = y >= 0
                && y < segmentation.grid().rows()
                && x >= 0
                && x < segmentation.grid().columns();
        return isInside ? (int) (y * segmentation.grid().columns() + x) : -1;
    }
}
