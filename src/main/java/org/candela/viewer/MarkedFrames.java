package org.candela.viewer;

import org.candela.dicom.image.ImageDescription;
import org.candela.dicom.image.UltrasoundRegion;
import org.candela.measure.AxisRegion;
import org.candela.measure.ValueField;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.mark.MarkedFrame;
import org.candela.viewer.stack.ImageStack;

/** What marks need to know of a frame on the screen. */
public final class MarkedFrames {
    private MarkedFrames() {}

    /** A frame of {@code stack}; safe from any thread. */
    public static MarkedFrame of(FrameKey key, LoadedFrame loaded, ImageStack stack) {
        ImageDescription description = loaded.description();
        return new MarkedFrame(
                stack.seriesUid(),
                key,
                new MarkedFrame.Place(
                        description.place().plane(),
                        description.place().frameOfReference(),
                        stack.geometry().steps().stepMm()),
                description.place().spacing(),
                description.place().pixelAspect(),
                new ValueField(
                        loaded.frame(),
                        description.rescale(),
                        description.padding(),
                        description.greys().uptake().of(1)),
                description.place().regions().stream()
                        .map(region -> new AxisRegion(region.area(), axis(region.across()), axis(region.down())))
                        .toList());
    }

    private static AxisRegion.Axis axis(UltrasoundRegion.Axis axis) {
        return new AxisRegion.Axis(axis.unit().symbol(), axis.delta());
    }
}
