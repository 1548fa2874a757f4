package org.candela.dicom.object.presentation;

import java.util.Optional;
import org.candela.image.OverlayPlane;

/**
 * An overlay that is shown (PS3.3 C.11.7): one of the state itself, else that of the referenced images.
 *
 * @param group 6000 to 601E, even
 * @param layer name of the graphic layer it is drawn in
 * @param own the overlay of the state; empty where those of the images are meant
 */
public record OverlayActivation(int group, String layer, Optional<OverlayPlane> own) {
    /** That of the referenced images. */
    public OverlayActivation(int group, String layer) {
        this(group, layer, Optional.empty());
    }
}
