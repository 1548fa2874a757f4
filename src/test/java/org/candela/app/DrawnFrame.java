package org.candela.app;

import java.util.List;
import org.candela.image.Frame;
import org.candela.image.ImageSpacing;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.PixelSpacing;
import org.candela.image.Rescale;
import org.candela.measure.ValueField;
import org.candela.viewer.mark.MarkedFrame;
import org.candela.viewer.stack.ImageStack;

/** A frame to draw on, of 8 by 8 pixels of a millimetre each. */
final class DrawnFrame {
    private DrawnFrame() {}

    /** The first of a stack. */
    static MarkedFrame of(ImageStack stack) {
        PixelLayout layout = new PixelLayout(8, 8, Photometric.MONOCHROME2, 16, 12, 11, false, false);
        return new MarkedFrame(
                stack.seriesUid(),
                stack.frames().get(0),
                MarkedFrame.Place.NONE,
                new ImageSpacing.Known(new PixelSpacing(1, 1), ImageSpacing.Source.PATIENT),
                1,
                new ValueField(new Frame(layout, new short[64]), Rescale.IDENTITY, PixelPadding.NONE),
                List.of());
    }
}
