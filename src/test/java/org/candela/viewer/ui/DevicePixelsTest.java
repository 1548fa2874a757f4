package org.candela.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import javafx.scene.image.ImageView;
import javafx.scene.transform.Transform;
import org.candela.Fx;
import org.candela.viewer.picture.CanvasSize;
import org.junit.jupiter.api.Test;

class DevicePixelsTest {
    private static final CanvasSize SIZE = new CanvasSize(300, 200);

    /** A transform that is set anew has the toolkit draw the whole image once more, at every step through a stack. */
    // [utest->req~viewer.device-pixels~1]
    @Test
    void nothingIsTouchedWhileTheScaleStays() {
        Fx.start();
        ImageView view = new ImageView();
        DevicePixels.show(view, SIZE, 1.5);
        Transform first = view.getTransforms().get(0);

        DevicePixels.show(view, SIZE, 1.5);
        assertSame(first, view.getTransforms().get(0));

        DevicePixels.show(view, SIZE, 2);
        assertNotSame(first, view.getTransforms().get(0));
        assertEquals(0.5, view.getTransforms().get(0).getMxx(), 1e-9);
    }
}
