package org.candela.dicom.object.presentation;

import java.util.Optional;
import org.candela.image.ImagePoint;

/**
 * A text (PS3.3 C.10.5.1.1), in a box, at an anchor, or both.
 *
 * @param text lines parted by CR LF as coded
 * @param box where it stands; empty where only an anchor is known
 * @param anchor the point it is about; empty when none is
 */
public record TextObject(String text, Optional<Box> box, Optional<Anchor> anchor) {
    public TextObject {
        if (box.isEmpty() && anchor.isEmpty()) {
            throw new IllegalArgumentException("a text without a place");
        }
    }

    /** A text at a point of the stored image. */
    public static TextObject onImage(String text, ImagePoint point) {
        return new TextObject(text, Optional.empty(), Optional.of(new Anchor(AnnotationPoint.of(point), false)));
    }

    /** Where lines stand in their box. */
    public enum Justification {
        LEFT,
        CENTER,
        RIGHT
    }

    /** The box, as it stands on the screen: its corners do not turn with the image. */
    public record Box(AnnotationPoint topLeft, AnnotationPoint bottomRight, Justification justification) {}

    /** The point. */
    public record Anchor(AnnotationPoint point, boolean isLineShown) {}
}
