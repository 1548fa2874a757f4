package org.candela.viewer.ui;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.candela.image.RasterArgb;

/** A raster and the image that shows it without a copy. The raster is drawn on another thread while it is not shown. */
final class Surface {
    private final RasterArgb raster;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    Surface(int width, int height) {
        this.raster = RasterArgb.ofSize(width, height);
        // Opaque pixels are their own premultiplied form.
        this.buffer =
                new PixelBuffer<>(width, height, IntBuffer.wrap(raster.pixels()), PixelFormat.getIntArgbPreInstance());
        this.image = new WritableImage(buffer);
    }

    RasterArgb raster() {
        return raster;
    }

    /** Held on the heap. */
    long bytes() {
        return (long) Integer.BYTES * raster.width() * raster.height();
    }

    boolean fits(int width, int height) {
        return raster.width() == width && raster.height() == height;
    }

    /** The image with what was drawn last. FX thread. */
    Image refreshed() {
        buffer.updateBuffer(all -> null);
        return image;
    }
}
