package org.candela.dicom.image;

import java.util.ArrayList;
import java.util.List;
import org.candela.image.Frame;
import org.candela.image.Rescale;
import org.candela.image.WideFrame;

/** A decoded frame of at most 16 bits and what is needed to show it rightly. */
public record DescribedFrame(Frame frame, ImageDescription description) {

    /**
     * Wide samples in 16 bits: the rescale of the description is joined with the one that undoes the reduction, so that
     * modality values stay what they were, up to half a step that is told as a warning.
     */
    static DescribedFrame ofWide(WideFrame wide, ImageDescription description) throws UnsupportedImageException {
        if (!wide.layout().photometric().isGrayscale()) {
            throw new UnsupportedImageException("colour of more than 16 bits a sample cannot be shown");
        }
        WideFrame.Reduced reduced = wide.reduced();
        Rescale given = description.rescale();
        Rescale rescale = new Rescale(given.slope() * reduced.step(), given.apply(reduced.offset()), given.unit());
        List<String> warnings = new ArrayList<>(description.warnings());
        if (!reduced.isExact()) {
            warnings.add("shown in steps of " + (float) Math.abs(rescale.slope()));
        }
        return new DescribedFrame(
                reduced.frame(),
                new ImageDescription(
                        reduced.frame().layout(),
                        rescale,
                        description.windows(),
                        WideFrame.Reduced.NO_NUMBER,
                        description.place(),
                        description.palette(),
                        description.isLossy(),
                        description.frameTime(),
                        warnings));
    }
}
