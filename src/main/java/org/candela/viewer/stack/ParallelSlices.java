package org.candela.viewer.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.image.ImageDescription;
import org.candela.dicom.image.ImageDescription.ImagePlace;
import org.candela.dicom.image.SliceKind;
import org.candela.image.SeriesGeometry;
import org.candela.image.SliceAlignment;
import org.candela.image.SlicePasses;
import org.candela.image.SlicePlane;
import org.candela.image.SliceSteps;
import org.candela.study.FrameKey;
import org.candela.study.Instance;
import org.candela.study.Series;

/** Parallel slices of a series with what their headers say of place and kind. Read on the calling thread. */
final class ParallelSlices {
    private final Series series;
    private final List<SeriesGeometry.Slice> slices = new ArrayList<>();
    private final List<Kept> byPosition = new ArrayList<>();

    private ParallelSlices(Series series) {
        this.series = series;
    }

    /** A slice whose header could be read. */
    private record Kept(Instance instance, double positionMm, SliceKind kind, ImagePlace place) {}

    /** One whose header cannot be read says so when it is shown; the others are judged without it. */
    static ParallelSlices read(Series series) {
        ParallelSlices slices = new ParallelSlices(series);
        if (slices.areSlices()) {
            series.instances().forEach(slices::read);
            slices.byPosition.sort(
                    Comparator.comparingDouble(Kept::positionMm)); // stable: at one place as in the series
        }
        return slices;
    }

    private boolean areSlices() {
        List<Instance> instances = series.instances();
        Optional<Instance.Place> first = instances.get(0).place();
        return instances.size() > 1
                && instances.stream()
                        .allMatch(instance -> instance.frameCount() == 1
                                && instance.place()
                                        .filter(place -> first.filter(place::isParallelTo)
                                                .isPresent())
                                        .isPresent());
    }

    private void read(Instance instance) {
        try {
            FrameReader reader = FrameReader.open(instance.file());
            ImageDescription described = reader.describe(0);
            described
                    .place()
                    .plane()
                    .map(plane -> new SeriesGeometry.Slice(
                            plane, described.layout().rows(), described.layout().columns()))
                    .ifPresent(slices::add);
            byPosition.add(
                    new Kept(instance, instance.place().orElseThrow().positionMm(), reader.kind(0), described.place()));
        } catch (IOException | CandelaException e) {
            return; // shown in its place, with the reason
        }
    }

    /** Where they lie, in the order of {@link #frames}. */
    StackGeometry geometry() {
        return passes().map(passes -> {
                    List<ImagePlace> places = passes.inOrder().stream()
                            .map(index -> byPosition.get(index).place())
                            .toList();
                    return new StackGeometry(steps(passes), alignment(), space(places), planes(places));
                })
                .orElseGet(() -> new StackGeometry(series.steps(), alignment()));
    }

    /** The one space all are stated to lie in. */
    private static Optional<Uid> space(List<ImagePlace> places) {
        Set<Optional<Uid>> stated =
                places.stream().map(ImagePlace::frameOfReference).collect(Collectors.toSet());
        return stated.size() == 1 ? stated.iterator().next() : Optional.empty();
    }

    private static List<SlicePlane> planes(List<ImagePlace> places) {
        List<SlicePlane> planes =
                places.stream().flatMap(place -> place.plane().stream()).toList();
        return planes.size() == places.size() ? planes : List.of();
    }

    // [impl->req~viewer.alignment-marked~1]
    private SliceAlignment alignment() {
        return slices.isEmpty()
                ? SliceAlignment.STRAIGHT
                : SeriesGeometry.of(slices).alignment();
    }

    // [impl->req~viewer.slice-kinds~1]
    /** Echo after echo, b-value after b-value, phase after phase; as the series has them where nothing tells. */
    List<FrameKey> frames() {
        return passes().map(passes -> passes.inOrder().stream()
                        .map(index ->
                                new FrameKey(byPosition.get(index).instance().sopInstanceUid(), 0))
                        .toList())
                .orElseGet(series::frames);
    }

    private SliceSteps steps(SlicePasses passes) {
        return SliceSteps.ofPasses(passes.passes().stream()
                .map(pass -> pass.stream()
                        .map(index -> byPosition.get(index).positionMm())
                        .toList())
                .toList());
    }

    private Optional<SlicePasses> passes() {
        if (byPosition.isEmpty() || byPosition.size() < series.instances().size()) {
            return Optional.empty();
        }
        SlicePasses passes = SliceKind.passes(
                byPosition.stream().map(Kept::positionMm).toList(),
                byPosition.stream().map(Kept::kind).toList());
        return passes.isRegular() ? Optional.of(passes) : Optional.empty();
    }
}
