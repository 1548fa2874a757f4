package org.candela.viewer.layout;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.candela.base.Uid;
import org.candela.study.FrameKey;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.stack.ImageStack;

/**
 * A hanging as it is kept: by the names of series and images, so that it finds them again whatever was loaded since.
 *
 * @param grids by panel
 * @param hung by place
 */
public record KeptHanging(List<Grid> grids, Map<Place, Named> hung) {
    /**
     * A stack by name, and how it looked.
     *
     * @param first its first frame, which tells stacks of one series apart
     * @param shown the frame that was on the screen
     * @param tiles how consecutive images were arranged
     */
    public record Named(Uid seriesUid, FrameKey first, FrameKey shown, Appearance appearance, Grid tiles) {
        private static Named of(Hung hung) {
            List<FrameKey> frames = hung.stack().frames();
            // A presentation state belongs to the case that is open; it may not be there when it is opened again.
            return new Named(
                    hung.stack().seriesUid(),
                    frames.get(0),
                    frames.get(hung.frameIndex()),
                    hung.appearance().own(),
                    hung.tiles());
        }

        /** A stack that has grown since holds the same frames, perhaps at other positions. */
        private Optional<Hung> among(List<ImageStack> stacks) {
            return stacks.stream()
                    .filter(stack -> stack.seriesUid().equals(seriesUid)
                            && stack.frames().contains(first))
                    .findFirst()
                    .map(stack -> new Hung(stack, Math.max(0, stack.frames().indexOf(shown)), appearance, tiles));
        }
    }

    public KeptHanging {
        grids = List.copyOf(grids);
        hung = Collections.unmodifiableMap(new TreeMap<>(hung)); // in reading order
    }

    /** What is to be kept of a hanging. */
    public static KeptHanging of(Hanging hanging) {
        Map<Place, Named> named = new TreeMap<>();
        hanging.hung().forEach((place, hung) -> named.put(place, Named.of(hung)));
        return new KeptHanging(hanging.grids(), named);
    }

    /** The hanging again, from the stacks there are now; a place whose stack is gone is empty. Empty when all are gone. */
    public Optional<Hanging> from(List<ImageStack> stacks) {
        Map<Place, Hung> found = new TreeMap<>();
        hung.forEach((place, named) -> named.among(stacks).ifPresent(there -> found.put(place, there)));
        return found.isEmpty() ? Optional.empty() : Optional.of(new Hanging(grids, found));
    }
}
