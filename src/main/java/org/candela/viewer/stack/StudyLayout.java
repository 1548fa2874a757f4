package org.candela.viewer.stack;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.dicom.image.FrameOrder;
import org.candela.dicom.image.ImageDescription.ImagePlace;
import org.candela.image.ImageSpacing;
import org.candela.study.FrameKey;
import org.candela.study.Instance;
import org.candela.study.Series;
import org.candela.study.Study;
import org.candela.study.StudyIdentity;

/**
 * Lays a study of the library out in stacks. Reads headers of mammograms, slices and multi-frame images: blocks on the disk,
 * any thread.
 *
 * <p>A series is a stack; one of several orientations that is no localizer is a stack for each. A cine is a stack of its own,
 * and so is every mammogram, because side and view decide where it hangs. An image that was sent in several instances (a
 * concatenation) is one stack, which knows how many of them are missing. Localizers come last.
 */
public final class StudyLayout {
    /** What the patient's name of an invented patient begins with or holds. */
    private static final String SYNTHETIC = "SYNTHETIC";

    private static final Set<String> SECTIONAL = Set.of("CT", "MR", "PT");
    private static final Set<String> VOLUMES = Set.of("CT", "MR", "PT", "NM", "MG", "RTDOSE");
    private static final Uid ULTRASOUND_VOLUME = new Uid("1.2.840.10008.5.1.4.1.1.6.2");
    /** Enhanced images of other modalities: ultrasound volumes, XA, XRF, intravascular and ophthalmic tomography. */
    private static final Set<Uid> READ = Stream.of("6.2", "12.1.1", "12.2.1", "14.1", "14.2", "77.1.5.4")
            .map(end -> new Uid("1.2.840.10008.5.1.4.1.1." + end))
            .collect(Collectors.toUnmodifiableSet());

    private static final int LOCALIZER_AT_MOST = 3;
    private static final ImagePlace NOWHERE =
            new ImagePlace(Optional.empty(), ImageSpacing.UNKNOWN, List.of(), Optional.empty(), Optional.empty());

    private StudyLayout() {}

    /** The stacks of {@code study}, those to be read first before the others. */
    public static ReadingStudy of(Study study) {
        StudyBanner banner = banner(study.identity());
        List<ImageStack> stacks = study.series().stream()
                .flatMap(series -> stacks(banner, series))
                .sorted(Comparator.comparing(StudyLayout::isLocalizer))
                .toList();
        return new ReadingStudy(banner, stacks);
    }

    private static StudyBanner banner(StudyIdentity identity) {
        String name = identity.patient().name();
        return new StudyBanner(
                identity.uid(),
                name,
                identity.patient().id(),
                identity.patient().birthDate(),
                identity.patient().sex(),
                identity.dateTime().map(LocalDateTime::toLocalDate),
                identity.description(),
                identity.accessionNumber(),
                name.toUpperCase(Locale.ROOT).contains(SYNTHETIC));
    }

    private static Stream<ImageStack> stacks(StudyBanner banner, Series series) {
        Set<Uid> multiFrameClasses = series.instances().stream()
                .filter(instance -> instance.frameCount() > 1)
                .map(Instance::sopClassUid)
                .collect(Collectors.toSet());
        List<Instance> alone = new ArrayList<>();
        List<Instance> together = new ArrayList<>();
        for (Instance instance : series.instances()) {
            // The last part of an image in several may have one frame.
            boolean isAlone = isMammogram(series)
                    ? instance.frameCount() > 0
                    : instance.frameCount() > 0
                            && multiFrameClasses.contains(instance.sopClassUid())
                            && (instance.frameCount() > 1 || isRead(series, instance));
            (isAlone ? alone : together).add(instance);
        }
        List<ImageStack> multiFrame = new ArrayList<>();
        for (MultiFrameImage image : MultiFrameImage.of(alone, instance -> isRead(series, instance))) {
            image.still()
                    .filter(still -> !isMammogram(series))
                    .ifPresentOrElse(together::add, () -> multiFrame.add(multiFrame(banner, series, image)));
        }
        return Stream.concat(multiFrame.stream(), together(banner, series, together));
    }

    private static boolean isMammogram(Series series) {
        return series.modality().equals("MG");
    }

    /** Whether the header of an image says more of its frames than the library keeps. */
    private static boolean isRead(Series series, Instance instance) {
        return VOLUMES.contains(series.modality()) || READ.contains(instance.sopClassUid());
    }

    /** Frames of a sectional image by where they lie, which need not be the order in which the file holds them. */
    // [impl->req~viewer.frames-by-place~1]
    private static ImageStack multiFrame(StudyBanner banner, Series series, MultiFrameImage image) {
        ImagePlace place = isMammogram(series) ? image.place().orElse(NOWHERE) : NOWHERE;
        boolean isVolume =
                VOLUMES.contains(series.modality()) || image.sopClassUid().equals(ULTRASOUND_VOLUME);
        List<FrameKey> sent = image.frames();
        Optional<FrameOrder> order = isVolume && sent.size() > 1 ? image.order() : Optional.empty();
        return order.map(placed -> stack(
                                banner,
                                series,
                                placed.frames().stream().map(sent::get).toList(),
                                place)
                        .placed(new StackGeometry(
                                placed.steps(), placed.alignment(), placed.frameOfReference(), placed.planes())))
                .orElseGet(() -> stack(banner, series, sent, place))
                .lacking(image.missingParts());
    }

    /** Slices of different orientation cannot be scrolled through as one, unless they are the few of a localizer. */
    // [impl->req~viewer.stack-by-plane~1]
    private static Stream<ImageStack> together(StudyBanner banner, Series series, List<Instance> stills) {
        List<List<Instance>> byPlane = new ArrayList<>();
        for (Instance still : stills) {
            byPlane.stream()
                    .filter(part -> areParallel(part.get(0), still))
                    .findFirst()
                    .ifPresentOrElse(part -> part.add(still), () -> byPlane.add(new ArrayList<>(List.of(still))));
        }
        boolean isSplit = byPlane.size() > 1 && stills.size() > byPlane.size() * LOCALIZER_AT_MOST;
        return (isSplit ? byPlane.stream() : Stream.of(stills))
                .map(instances -> part(series, instances))
                .filter(part -> !part.frames().isEmpty())
                .map(part -> stack(banner, part));
    }

    private static ImageStack stack(StudyBanner banner, Series part) {
        ParallelSlices slices = ParallelSlices.read(part);
        return stack(banner, part, slices.frames(), NOWHERE).placed(slices.geometry());
    }

    private static boolean areParallel(Instance one, Instance other) {
        return one.place().isPresent()
                ? other.place().filter(one.place().orElseThrow()::isParallelTo).isPresent()
                : other.place().isEmpty();
    }

    private static Series part(Series series, List<Instance> instances) {
        return new Series(
                series.uid(), series.modality(), series.number(), series.description(), series.bodyPart(), instances);
    }

    private static ImageStack stack(StudyBanner banner, Series series, List<FrameKey> frames, ImagePlace place) {
        return new ImageStack(
                banner,
                series.uid(),
                new StackTraits(
                        series.modality(),
                        series.description(),
                        series.bodyPart(),
                        place.laterality(),
                        place.view(),
                        place.patientOrientation()),
                frames);
    }

    private static boolean isLocalizer(ImageStack stack) {
        return SECTIONAL.contains(stack.modality()) && stack.frames().size() <= LOCALIZER_AT_MOST;
    }
}
