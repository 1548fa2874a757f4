package org.candela.study;

import java.util.List;
import org.candela.dicom.image.DescribedFrame;
import org.candela.dicom.image.ImageDescription;
import org.candela.image.Frame;
import org.candela.image.OverlayPlane;

/**
 * A decoded frame, what is needed to show it rightly, and the file's marks over it.
 *
 * @param reduction how often width and height were halved when it was decoded; the samples were then repeated, so that the
 *     frame has its full size. Only at 0 may anything be measured in its values
 */
public record LoadedFrame(Frame frame, ImageDescription description, List<OverlayPlane> overlays, int reduction) {
    public LoadedFrame {
        overlays = List.copyOf(overlays);
        if (reduction < 0) {
            throw new IllegalArgumentException("a negative reduction: " + reduction);
        }
    }

    /** A frame at full resolution. */
    public LoadedFrame(Frame frame, ImageDescription description, List<OverlayPlane> overlays) {
        this(frame, description, overlays, 0);
    }

    /** A frame without overlays. */
    public LoadedFrame(Frame frame, ImageDescription description) {
        this(frame, description, List.of());
    }

    /** What a file's reader made. */
    public static LoadedFrame of(DescribedFrame described) {
        return new LoadedFrame(described.frame(), described.description(), described.overlays());
    }

    /** Whether this is a coarse form that stands in until the whole is decoded: not to be measured, and said on screen. */
    public boolean isReduced() {
        return reduction > 0;
    }

    /** Bytes held, for a cache that counts them. */
    public long byteSize() {
        long marks = overlays.stream()
                .mapToLong(plane -> (long) plane.rows() * plane.columns() / Byte.SIZE)
                .sum();
        return frame.byteSize() + marks;
    }
}
