package org.candela.study;

import org.candela.dicom.image.ImageDescription;
import org.candela.image.Frame;

/** A decoded frame and what is needed to show it rightly. */
public record LoadedFrame(Frame frame, ImageDescription description) {
    /** Bytes held, for a cache that counts them. */
    long byteSize() {
        return frame.byteSize();
    }
}
