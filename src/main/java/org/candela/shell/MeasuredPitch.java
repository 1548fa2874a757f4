package org.candela.shell;

import java.time.Instant;
import org.candela.viewer.picture.ScreenPitch;

/**
 * Distance of the pixels of a panel as a ruler on it says.
 *
 * @param columns device pixels of the mode it was measured in
 * @param rows the same, downwards
 */
public record MeasuredPitch(ScreenPitch pitch, int columns, int rows, Instant measuredAt) {
    /** The same panel turned by a quarter, in the mode that belongs to it. */
    MeasuredPitch turned() {
        ScreenPitch turned = new ScreenPitch(/* columnMm= */ pitch.rowMm(), /* rowMm= */ pitch.columnMm());
        return new MeasuredPitch(turned, /* columns= */ rows, /* rows= */ columns, measuredAt);
    }

    /** Whether it says something about a mode of so many device pixels. */
    boolean isOf(long width, long height) {
        return columns == width && rows == height;
    }
}
