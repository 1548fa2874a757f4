package org.candela.viewer.object;

import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.image.ImageDescription.ImagePlace;
import org.candela.dicom.object.region.ImageTarget;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;

/** Frames of the viewer as images that regions are looked for on. Stateless. */
final class RegionTargets {
    /** Half a slice where the distance of slices is unknown, mm. */
    private static final double HALF_SLICE_MM = 0.5;

    private RegionTargets() {}

    static ImageTarget of(FrameKey key, LoadedFrame loaded, double stepMm) {
        ImagePlace place = loaded.description().place();
        double half = stepMm > 0 ? stepMm / 2 : HALF_SLICE_MM;
        return new ImageTarget(
                key.sopInstance(),
                key.frameIndex() + 1,
                new ImageTarget.Grid(
                        loaded.frame().layout().rows(), loaded.frame().layout().columns()),
                place.frameOfReference()
                        .flatMap(space -> place.plane().map(plane -> new ImageTarget.Place(space, plane, half))));
    }

    /** Whether both say which space they are in, and it is not the same. */
    static boolean areApart(Optional<Uid> one, LoadedFrame loaded) {
        Optional<Uid> other = loaded.description().place().frameOfReference();
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
