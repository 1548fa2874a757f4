package org.candela.viewer.ui;

import javafx.scene.image.ImageView;
import javafx.scene.transform.Scale;
import org.candela.viewer.picture.CanvasSize;

/** Images whose pixels are those of the monitor, however that is scaled. FX thread. */
final class DevicePixels {
    private DevicePixels() {}

    /**
     * Gives an image of {@code size} as many pixels of the monitor. Its scale and that of the window make one exactly: an
     * image fitted into units instead is drawn through a map that is nearly one, and the toolkit then mixes neighbours, a
     * grey here and there off by a code.
     *
     * @param renderScale device pixels to a unit of the scene
     */
    // [impl->req~viewer.device-pixels~1]
    static void show(ImageView view, CanvasSize size, double renderScale) {
        view.setFitWidth(size.width());
        view.setFitHeight(size.height());
        view.getTransforms().setAll(new Scale(1 / renderScale, 1 / renderScale));
    }
}
