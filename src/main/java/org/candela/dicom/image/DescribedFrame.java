package org.candela.dicom.image;

import java.util.ArrayList;
import java.util.List;
import org.candela.image.DisplayLut;
import org.candela.image.Frame;
import org.candela.image.LookupTable;
import org.candela.image.OverlayPlane;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.Rescale;
import org.candela.image.ValueRange;
import org.candela.image.WideFrame;

/**
 * A decoded frame of at most 16 bits and what is needed to show it rightly.
 *
 * @param frame stored values, or the output of the file's modality LUT where it has one
 * @param description what fits {@code frame}
 * @param overlays the file's marks over the frame, none of them in its values
 */
public record DescribedFrame(Frame frame, ImageDescription description, List<OverlayPlane> overlays) {
    public DescribedFrame {
        overlays = List.copyOf(overlays);
    }

    /** A frame without overlays. */
    public DescribedFrame(Frame frame, ImageDescription description) {
        this(frame, description, List.of());
    }

    DescribedFrame with(List<OverlayPlane> planes, List<String> told) {
        List<String> warnings = new ArrayList<>(description.warnings());
        warnings.addAll(told);
        return new DescribedFrame(frame, description.with(description.layout(), description.greys(), warnings), planes);
    }

    /**
     * Wide samples in 16 bits: the rescale of the description is joined with the one that undoes the reduction, so that
     * modality values stay what they were, up to half a step that is told as a warning.
     */
    static DescribedFrame ofWide(WideFrame wide, ImageDescription description, ValueRange padding)
            throws UnsupportedImageException {
        if (!wide.layout().photometric().isGrayscale()) {
            throw new UnsupportedImageException("colour of more than 16 bits a sample cannot be shown");
        }
        WideFrame.Reduced reduced = wide.reduced(padding);
        Rescale given = description.rescale();
        Rescale rescale = new Rescale(given.slope() * reduced.step(), given.apply(reduced.offset()), given.unit());
        List<String> warnings = new ArrayList<>(description.warnings());
        if (!reduced.isExact()) {
            warnings.add("shown in steps of " + (float) Math.abs(rescale.slope()));
        }
        ImageDescription.GreyMeaning meaning = new ImageDescription.GreyMeaning(
                rescale,
                description.voi(),
                description.greys().voiNames(),
                description.greys().presentation(),
                WideFrame.Reduced.NO_NUMBER,
                description.greys().uptake(),
                new SampleOrigin.Reduced());
        return new DescribedFrame(
                reduced.frame(), description.with(reduced.frame().layout(), meaning, warnings));
    }

    /**
     * Stored values brought through the modality LUT (C.11.1.1), so that they are modality values from here on. Padding
     * gets a value that the table never makes; a table that leaves none free makes padding image content, told as a
     * warning.
     */
    // [impl->req~dicom-image.luts~1]
    public DescribedFrame through(LookupTable modality, String unit) {
        PixelPadding padding = description.padding();
        int free = modality.maximum() + 1;
        boolean hasFree = free <= DisplayLut.MAX_P_VALUE;
        short[] values = new short[frame.samples().length];
        for (int i = 0; i < values.length; i++) {
            int stored = frame.value(i);
            values[i] = (short) (hasFree && padding.contains(stored) ? free : modality.value(stored));
        }
        PixelLayout stored = frame.layout();
        PixelLayout layout = new PixelLayout(
                stored.rows(),
                stored.columns(),
                stored.photometric(),
                Short.SIZE,
                Short.SIZE,
                Short.SIZE - 1,
                false,
                false);
        List<String> warnings = new ArrayList<>(description.warnings());
        warnings.remove(ImageReader.MODALITY_LUT_LEFT_OUT);
        if (!hasFree && !padding.equals(PixelPadding.NONE)) {
            warnings.add("padding shown as image: the modality LUT leaves no value for it");
        }
        boolean keepsPadding = hasFree && !padding.equals(PixelPadding.NONE);
        ImageDescription.GreyMeaning meaning = new ImageDescription.GreyMeaning(
                new Rescale(1, 0, unit),
                description.voi(),
                description.greys().voiNames(),
                description.greys().presentation(),
                keepsPadding ? new PixelPadding(free, free) : PixelPadding.NONE,
                description.greys().uptake(),
                new SampleOrigin.ThroughTable(modality));
        return new DescribedFrame(new Frame(layout, values), description.with(layout, meaning, warnings));
    }
}
