package org.candela.study;

import java.util.List;
import org.candela.dicom.image.DescribedFrame;
import org.candela.dicom.image.ImageDescription;
import org.candela.image.Frame;
import org.candela.image.OverlayPlane;

/** A decoded frame, what is needed to show it rightly, and the file's marks over it. */
public record LoadedFrame(Frame frame, ImageDescription description, List<OverlayPlane> overlays) {
    public LoadedFrame {
        overlays = List.copyOf(overlays);
    }

    /** A frame without overlays. */
    public LoadedFrame(Frame frame, ImageDescription description) {
        this(frame, description, List.of());
    }

    /** What a file's reader made. */
    public static LoadedFrame of(DescribedFrame described) {
        return new LoadedFrame(described.frame(), described.description(), described.overlays());
    }

    /** Bytes held, for a cache that counts them. */
    long byteSize() {
        long marks = overlays.stream()
                .mapToLong(plane -> (long) plane.rows() * plane.columns() / Byte.SIZE)
                .sum();
        return frame.byteSize() + marks;
    }
}
