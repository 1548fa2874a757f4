package org.candela.viewer.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.object.region.Contour;
import org.candela.dicom.object.region.ImageTarget;
import org.candela.dicom.object.region.RegionOfInterest;
import org.candela.dicom.object.region.StructureSet;
import org.candela.image.ImagePoint;
import org.candela.image.SlicePlane;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.region.FoundRegion;
import org.candela.viewer.region.FoundRegions;
import org.candela.viewer.region.RegionName;
import org.candela.viewer.region.SentRegions;

/** A structure set as the viewer sees it: outlines alone. */
record StructureSetValue(StructureSet set) implements SentRegions {
    private static final int GREY = 0xFFC0C0C0;

    @Override
    public List<RegionName> names() {
        return set.regions().stream().map(this::name).toList();
    }

    private RegionName name(RegionOfInterest region) {
        String name = region.name().isBlank() ? "ROI " + region.number() : region.name();
        return new RegionName(
                set.sopInstanceUid(), region.number(), name, region.argb().orElse(GREY));
    }

    // [impl->req~viewer.contours-shown~1]
    @Override
    public FoundRegions on(FrameKey key, LoadedFrame loaded, double stepMm) {
        Optional<SlicePlane> plane = loaded.description().place().plane();
        if (plane.isEmpty()) {
            return new FoundRegions(List.of(), List.of("structure set: where this image lies is not known"));
        }
        ImageTarget target = RegionTargets.of(key, loaded, stepMm);
        List<FoundRegion> found = new ArrayList<>();
        boolean isApart = true;
        for (RegionOfInterest region : set.regions()) {
            boolean isElsewhere = RegionTargets.areApart(region.frameOfReferenceUid(), loaded);
            isApart &= isElsewhere;
            List<Contour> contours = isElsewhere ? List.of() : region.contoursOn(target);
            if (!contours.isEmpty()) {
                List<List<ImagePoint>> lines = contours.stream()
                        .map(contour -> line(contour, plane.orElseThrow()))
                        .toList();
                found.add(new FoundRegion(name(region), Optional.empty(), lines, Optional.empty()));
            }
        }
        return new FoundRegions(
                found, isApart ? List.of("structure set: made in another frame of reference") : List.of());
    }

    private static List<ImagePoint> line(Contour contour, SlicePlane plane) {
        List<ImagePoint> points = new ArrayList<>();
        contour.points().forEach(point -> points.add(new ImagePoint(plane.column(point), plane.row(point))));
        if (contour.isClosed() && points.size() > 1) {
            points.add(points.get(0));
        }
        return points;
    }
}
