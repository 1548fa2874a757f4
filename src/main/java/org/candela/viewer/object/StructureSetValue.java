package org.candela.viewer.object;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.dicom.object.region.Contour;
import org.candela.dicom.object.region.ImageTarget;
import org.candela.dicom.object.region.RegionOfInterest;
import org.candela.dicom.object.region.StructureSet;
import org.candela.image.ImagePoint;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.region.FoundRegion;
import org.candela.viewer.region.FoundRegions;
import org.candela.viewer.region.RegionName;
import org.candela.viewer.region.RegionReach;
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

    /** Volumes are not made up from outlines; the largest slice is that of the outline of the greatest area. */
    @Override
    public Map<RegionName, RegionReach> reaches() {
        Map<RegionName, RegionReach> reaches = new HashMap<>();
        for (RegionOfInterest region : set.regions()) {
            Optional<RegionReach.Spot> largest = region.contours().stream()
                    .filter(contour -> !contour.points().isEmpty())
                    .max(Comparator.comparingDouble(StructureSetValue::areaMm2))
                    .map(contour -> new RegionReach.Spot(
                            region.frameOfReferenceUid(), contour.points().get(0)));
            reaches.put(name(region), new RegionReach(OptionalDouble.empty(), largest));
        }
        return reaches;
    }

    /** Half the length of the sum of cross products from corner to corner; none of what is not closed. */
    private static double areaMm2(Contour contour) {
        List<Vector3> points = contour.points();
        Vector3 sum = new Vector3(0, 0, 0);
        for (int i = 1; i + 1 < points.size() && contour.isClosed(); i++) {
            Vector3 one = points.get(i).minus(points.get(0));
            sum = sum.plus(one.cross(points.get(i + 1).minus(points.get(0))));
        }
        return Math.sqrt(sum.dot(sum)) / 2;
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
