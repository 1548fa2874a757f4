package org.candela.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.image.SlicePasses;
import org.candela.image.SliceSteps;

/**
 * One series of a study, its instances in reading order.
 *
 * <p>Where all slices are parallel the order is by position along their normal, then by instance number; where every place
 * holds equally many, as the phases of a dynamic study do, one pass follows the other. Else, as in a localizer, the order is
 * by instance number (PS3.3 C.7.6.2.1.1).
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
        instances = areParallel(instances)
                ? byPasses(instances.stream().sorted(BY_POSITION).toList())
                : instances.stream().sorted(BY_NUMBER).toList();
    }

    /** All frames in reading order; none of objects without pixels. */
    public List<FrameKey> frames() {
        return instances.stream().flatMap(Instance::frames).toList();
    }

    /** How the slices follow one another; {@link SliceSteps#NONE} unless all of them are parallel single frames. */
    // [impl->req~study.slice-steps~1]
    public SliceSteps steps() {
        boolean areSlices = areParallel(instances) && images(instances).allMatch(image -> image.frameCount() == 1);
        if (!areSlices) {
            return SliceSteps.NONE;
        }
        List<List<Double>> passes = new ArrayList<>();
        positions(instances).forEach(position -> {
            List<Double> last = passes.isEmpty() ? List.of() : passes.get(passes.size() - 1);
            if (last.isEmpty() || position < last.get(last.size() - 1)) {
                passes.add(new ArrayList<>());
            }
            passes.get(passes.size() - 1).add(position);
        });
        return SliceSteps.ofPasses(passes);
    }

    // [impl->req~image.slice-passes~1]
    private static List<Instance> byPasses(List<Instance> byPosition) {
        List<Double> positions = positions(byPosition).toList();
        SlicePasses passes = SlicePasses.of(positions);
        boolean areAllPlaced = positions.size() == byPosition.size();
        return areAllPlaced && passes.isRegular()
                ? passes.inOrder().stream().map(byPosition::get).toList()
                : byPosition;
    }

    private static Stream<Instance> images(List<Instance> instances) {
        return instances.stream().filter(instance -> instance.frameCount() > 0);
    }

    private static Stream<Double> positions(List<Instance> instances) {
        return images(instances).flatMap(image -> image.place().stream()).map(Instance.Place::positionMm);
    }

    private static boolean areParallel(List<Instance> instances) {
        List<Instance.Place> places =
                images(instances).flatMap(image -> image.place().stream()).toList();
        boolean haveAllPlanes = images(instances).count() == places.size();
        return haveAllPlanes && !places.isEmpty() && places.stream().allMatch(places.get(0)::isParallelTo);
    }
}
