package org.candela.displayqa.ui;

import org.candela.calibration.pattern.PatternImage;
import org.candela.image.AffineMap;
import org.candela.image.DisplayLut;
import org.candela.image.Frame;
import org.candela.image.GrayscaleTable;
import org.candela.image.RasterArgb;
import org.candela.image.Resampler;
import org.candela.image.RowBand;

/** A pattern as it goes to the display: through the chain, the table and the drawing of images, one to one. Any thread. */
final class PatternPicture {
    private PatternPicture() {}

    // [impl->req~displayqa.visual-one-to-one~1]
    static RasterArgb of(PatternImage image, DisplayLut lut) {
        Frame frame = image.frame();
        GrayscaleTable table = GrayscaleTable.of(image.pipeline(), lut);
        RasterArgb raster = RasterArgb.ofSize(
                image.request().size().width(), image.request().size().height());
        new Resampler(AffineMap.IDENTITY).draw(frame, table, raster, RowBand.all(raster));
        return raster;
    }
}
