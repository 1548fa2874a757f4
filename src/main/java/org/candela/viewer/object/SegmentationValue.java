package org.candela.viewer.object;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.base.CandelaException;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.object.DisplayColor;
import org.candela.dicom.object.UnsupportedObjectException;
import org.candela.dicom.object.region.ImageTarget;
import org.candela.dicom.object.region.Segment;
import org.candela.dicom.object.region.SegmentFrame;
import org.candela.dicom.object.region.SegmentMask;
import org.candela.dicom.object.region.SegmentMasks;
import org.candela.dicom.object.region.Segmentation;
import org.candela.dicom.object.region.SegmentationReader;
import org.candela.image.PixelSpacing;
import org.candela.measure.RegionStatistics;
import org.candela.measure.ValueField;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.region.FoundRegion;
import org.candela.viewer.region.FoundRegions;
import org.candela.viewer.region.RegionMask;
import org.candela.viewer.region.RegionName;
import org.candela.viewer.region.RegionReach;
import org.candela.viewer.region.RegionSize;
import org.candela.viewer.region.SentRegions;

/** A segmentation as the viewer sees it. Frames are read from its file when they are asked for. */
final class SegmentationValue implements SentRegions {
    private static final int GREY = 0xFFC0C0C0;

    private final Segmentation segmentation;
    private final FrameReader frames;
    private final SegmentVolumes volumes;

    private SegmentationValue(Segmentation segmentation, FrameReader frames) {
        this.segmentation = segmentation;
        this.frames = frames;
        this.volumes = new SegmentVolumes(segmentation, frames);
    }

    /** The segmentation in a file. */
    static SegmentationValue of(Path file) throws IOException, CandelaException {
        FrameReader frames = FrameReader.open(file);
        return new SegmentationValue(SegmentationReader.read(frames.dataSet()), frames);
    }

    @Override
    public List<RegionName> names() {
        return segmentation.segments().stream()
                .filter(segment -> segment.number() > 0)
                .map(this::name)
                .toList();
    }

    private RegionName name(Segment segment) {
        String name = segment.label().isBlank() ? "Segment " + segment.number() : segment.label();
        int argb = segment.color().map(DisplayColor::argb).orElse(GREY);
        return new RegionName(segmentation.identity().sopInstanceUid(), segment.number(), name, argb);
    }

    private RegionName name(int number) {
        return segmentation
                .segment(number)
                .map(this::name)
                .orElseGet(() ->
                        new RegionName(segmentation.identity().sopInstanceUid(), number, "Segment " + number, GREY));
    }

    @Override
    public Map<RegionName, RegionReach> reaches() {
        Map<RegionName, RegionReach> reaches = new HashMap<>();
        try {
            Map<Integer, Double> mm3 = volumes.mm3();
            Map<Integer, SegmentFrame> largest = volumes.largest();
            for (RegionName name : names()) {
                Double volume = mm3.get(name.number());
                Optional<RegionReach.Spot> spot = Optional.ofNullable(largest.get(name.number()))
                        .flatMap(SegmentFrame::plane)
                        .map(plane ->
                                new RegionReach.Spot(segmentation.identity().frameOfReferenceUid(), plane.origin()));
                reaches.put(
                        name,
                        new RegionReach(volume == null ? OptionalDouble.empty() : OptionalDouble.of(volume), spot));
            }
        } catch (IOException | CandelaException e) {
            return Map.of(); // said on the images it lies on
        }
        return reaches;
    }

    // [impl->req~viewer.regions-shown~1]
    @Override
    public FoundRegions on(FrameKey key, LoadedFrame loaded, double stepMm) {
        ImageTarget target = RegionTargets.of(key, loaded, stepMm);
        if (segmentation.framesOn(target).isEmpty()) {
            boolean isApart = RegionTargets.areApart(segmentation.identity().frameOfReferenceUid(), loaded);
            return new FoundRegions(
                    List.of(), isApart ? List.of(said("made in another frame of reference")) : List.of());
        }
        try {
            Map<Integer, Double> sizes = volumes.mm3();
            List<FoundRegion> found = new ArrayList<>();
            for (SegmentMask mask : new SegmentMasks(segmentation, frames).on(target)) {
                found.add(region(mask, loaded, sizes));
            }
            return new FoundRegions(found, List.of());
        } catch (UnsupportedObjectException | IllegalArgumentException e) {
            return new FoundRegions(List.of(), List.of(said("does not fit this image")));
        } catch (IOException | CandelaException e) {
            return new FoundRegions(List.of(), List.of(said("its masks cannot be read")));
        }
    }

    private String said(String what) {
        String label = segmentation.identity().label();
        return (label.isBlank() ? "segmentation" : "segmentation " + label) + ": " + what;
    }

    // [impl->req~viewer.regions-measured~1]
    private FoundRegion region(SegmentMask mask, LoadedFrame loaded, Map<Integer, Double> sizes) {
        RegionMask covered = new RegionMask(mask.grid().rows(), mask.grid().columns(), mask.opacity());
        var inside = covered.inside();
        ValueField field = new ValueField(
                loaded.frame(),
                loaded.description().rescale(),
                loaded.description().padding());
        Optional<PixelSpacing> spacing = loaded.description().place().spacing().spacing();
        Double volume = sizes.get(mask.segment());
        RegionSize size = new RegionSize(
                inside.cardinality(),
                spacing.map(pixel -> OptionalDouble.of(
                                inside.cardinality() * pixel.rowSpacingMm() * pixel.columnSpacingMm()))
                        .orElse(OptionalDouble.empty()),
                volume == null ? OptionalDouble.empty() : OptionalDouble.of(volume),
                loaded.isReduced() ? Optional.empty() : RegionStatistics.of(inside, field),
                field.unit());
        return new FoundRegion(name(mask.segment()), Optional.of(covered), covered.outlines(), Optional.of(size));
    }
}
