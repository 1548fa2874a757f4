package org.candela.viewer.ui;

import javafx.scene.image.ImageView;
import javafx.scene.transform.Scale;
import org.candela.viewer.picture.CanvasSize;

/** Images whose pixels are those of the monitor, however that is scaled. FX thread. */
public final class DevicePixels {
    private DevicePixels() {}

    /**
     * Gives an image of {@code size} as many pixels of the monitor. Its scale and that of the window make one exactly: an
     * image fitted into units instead is drawn through a map that is nearly one, and the toolkit then mixes neighbours, a
     * grey here and there off by a code.
     *
     * @param renderScale device pixels to a unit of the scene
     */
    // [impl->req~viewer.device-pixels~1]
    public static void show(ImageView view, CanvasSize size, double renderScale) {
        view.setFitWidth(size.width());
        view.setFitHeight(size.height());
        Scale scale = new Scale(1 / renderScale, 1 / renderScale);
        if (!isDrawnBy(view, scale)) { // or each step through a stack would have the former image drawn once more
            view.getTransforms().setAll(scale);
        }
    }

    private static boolean isDrawnBy(ImageView view, Scale scale) {
        return view.getTransforms().size() == 1
                && view.getTransforms().get(0) instanceof Scale now
                && now.getX() == scale.getX()
                && now.getY() == scale.getY();
    }
}
