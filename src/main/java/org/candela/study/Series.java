package org.candela.study;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.image.SliceSteps;

/**
 * One series of a study, its instances in reading order.
 *
 * <p>Where all slices are parallel the order is by position along their normal, then by instance number; else, as in a
 * localizer, by instance number (PS3.3 C.7.6.2.1.1).
 *
 * @param description Series Description; may be empty
 * @param bodyPart Body Part Examined; may be empty
 */
public record Series(
        Uid uid,
        String modality,
        Optional<Integer> number,
        String description,
        String bodyPart,
        List<Instance> instances) {
    private static final Comparator<Instance> BY_NUMBER = Comparator.comparing(
                    (Instance instance) -> instance.number().orElse(Integer.MAX_VALUE))
            .thenComparing(Instance::sopInstanceUid);
    private static final Comparator<Instance> BY_POSITION = Comparator.comparing((Instance instance) ->
                    instance.place().map(Instance.Place::positionMm).orElse(Double.MAX_VALUE))
            .thenComparing(BY_NUMBER);

    // [impl->req~study.slice-order~1]
    public Series {
        instances = instances.stream()
                .sorted(areParallel(instances) ? BY_POSITION : BY_NUMBER)
                .toList();
    }

    /** All frames in reading order; none of objects without pixels. */
    public List<FrameKey> frames() {
        return instances.stream().flatMap(Instance::frames).toList();
    }

    /** How the slices follow one another; {@link SliceSteps#NONE} unless all of them are parallel single frames. */
    // [impl->req~study.slice-steps~1]
    public SliceSteps steps() {
        List<Instance> images =
                instances.stream().filter(instance -> instance.frameCount() > 0).toList();
        boolean areSlices = images.stream().allMatch(instance -> instance.frameCount() == 1) && areParallel(instances);
        return areSlices
                ? SliceSteps.of(images.stream()
                        .flatMap(instance -> instance.place().stream())
                        .map(Instance.Place::positionMm)
                        .toList())
                : SliceSteps.NONE;
    }

    private static boolean areParallel(List<Instance> instances) {
        List<Instance> images =
                instances.stream().filter(instance -> instance.frameCount() > 0).toList();
        long orientations = images.stream()
                .flatMap(instance -> instance.place().stream())
                .map(Instance.Place::orientation)
                .distinct()
                .count();
        boolean haveAllPlanes =
                images.stream().allMatch(instance -> instance.place().isPresent());
        return haveAllPlanes && orientations == 1;
    }
}
