package org.candela.dicom.object.presentation;

import java.util.List;

/**
 * Texts and graphics of one layer on some images (PS3.3 C.10.5).
 *
 * @param layer name of the graphic layer
 */
public record GraphicAnnotation(Scope scope, String layer, List<TextObject> texts, List<GraphicObject> graphics) {
    public GraphicAnnotation {
        texts = List.copyOf(texts);
        graphics = List.copyOf(graphics);
    }
}
