package org.candela.image;

/**
 * Stored values at device pixels, as a {@link Resampler} made them of one frame: drawn again with another table they need
 * no resampling. Row-major 16-bit patterns, {@code width × height}; what lies outside the frame is left as it was.
 *
 * <p>Bands of rows may be written and read by several threads at once, each by one at a time.
 */
public final class StoredRaster {
    private final int width;
    private final int height;
    private final short[] patterns;

    /** A raster that nothing was resampled into yet. */
    public StoredRaster(int width, int height) {
        this.width = width;
        this.height = height;
        this.patterns = new short[Math.multiplyExact(width, height)];
    }

    /** Whether it has the size of {@code raster}. */
    public boolean fits(RasterArgb raster) {
        return width == raster.width() && height == raster.height();
    }

    /** Held on the heap. */
    public long bytes() {
        return (long) Short.BYTES * patterns.length;
    }

    short[] patterns() {
        return patterns;
    }
}
