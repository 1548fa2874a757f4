package org.candela.calibration.pattern;

import org.candela.image.Frame;
import org.candela.image.GrayscalePipeline;
import org.candela.image.PixelPadding;
import org.candela.image.Polarity;
import org.candela.image.Rescale;
import org.candela.image.VoiWindow;

/**
 * A pattern as drawn, row-major, one sample a device pixel. Immutable; safe from any thread.
 *
 * @param scale pixels of a unit where the pattern is a square of 1024 units, else 1
 * @param isWhole whether all of it is there; on a screen that is too small its rim is cut off
 */
public record PatternImage(PatternFacts facts, PatternRequest request, Frame frame, int scale, boolean isWhole) {
    /** The window of the whole range. */
    public VoiWindow window() {
        return facts.levels().window(request.depth());
    }

    /** The chain that shows it as any image is shown. */
    public GrayscalePipeline pipeline() {
        return new GrayscalePipeline(frame.layout(), Rescale.IDENTITY, window(), Polarity.NORMAL, PixelPadding.NONE);
    }

    /** What has to be said wherever the pattern is shown or kept: that it is synthetic, after what, and how scaled. */
    // [impl->req~calibration.pattern-synthetic~1]
    public String statement() {
        String scaled = scale == 1 ? "" : " Scaled by " + scale + ", all elements kept.";
        String cut = isWhole ? "" : " Larger than the screen: its rim is cut off.";
        return "SYNTHETIC pattern " + facts.title() + ", version " + facts.version() + ". Reference: "
                + facts.reference() + "." + scaled + cut;
    }
}
