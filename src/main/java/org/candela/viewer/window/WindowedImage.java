package org.candela.viewer.window;

import java.util.Optional;
import org.candela.image.VoiWindow;

/** An image on the screen, as far as windows go. Used on the thread of the session. */
public interface WindowedImage {
    /** Modality (0008,0060). */
    String modality();

    /** Body Part Examined (0018,0015); may be empty. */
    String bodyPart();

    /** What its values are. */
    ValueScale scale();

    /** The window that a reader chose for it; empty while it is shown as its file asks, or is in colour. */
    Optional<VoiWindow> chosen();

    /** The window a reader goes on from; empty in colour. */
    Optional<VoiWindow> window();

    /** Presents its values through a window of the reader's own. */
    void choose(VoiWindow window);
}
