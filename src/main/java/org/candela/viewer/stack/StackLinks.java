package org.candela.viewer.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.candela.base.Uid;
import org.candela.image.SlicePlane;

/**
 * Which frames of two stacks belong together. Used by one thread.
 *
 * <p>Stacks of one frame of reference belong together by their place in the patient. Others, as a study and its prior, do
 * where a reader has laid them side by side and linked them: the distance between them is kept. Between stacks of
 * different frames of reference nothing is assumed (PS3.3 C.7.4.1).
 */
// [impl->req~viewer.linked-stacks~1]
public final class StackLinks {
    /** Cosine of the angle, about 5 degrees, up to which slices can be scrolled together. */
    private static final double PARALLEL = 0.996;

    private final Map<StackPair, StackOffset> offsets = new HashMap<>();

    /** Links two stacks as they stand; replaces what linked them before. */
    public StackOffset link(ImageStack one, int oneIndex, ImageStack other, int otherIndex) {
        StackOffset offset = between(one, oneIndex, other, otherIndex);
        offsets.put(offset.pair(), offset);
        return offset;
    }

    /** Links two stacks as they were linked before. */
    public void restore(StackOffset offset) {
        offsets.put(offset.pair(), offset);
    }

    public void unlink(StackPair pair) {
        offsets.remove(pair);
    }

    public void clear() {
        offsets.clear();
    }

    /** How a reader linked them. */
    public Optional<StackOffset> offset(ImageStack one, ImageStack other) {
        return Optional.ofNullable(offsets.get(StackPair.of(one.seriesUid(), other.seriesUid())));
    }

    /** The frame of {@code to} that belongs to a frame of {@code from}; empty when nothing says which. */
    public Optional<Integer> counterpart(ImageStack from, int index, ImageStack to) {
        return offset(from, to)
                .map(offset -> byOffset(offset, from, index, to))
                .or(() -> isOneSpace(from, to)
                        ? to.geometry()
                                .nearest(from.geometry().planes().get(index).origin())
                        : Optional.empty());
    }

    /** Whether their planes are stated to lie in one frame of reference, and are parallel. */
    static boolean isOneSpace(ImageStack one, ImageStack other) {
        Optional<Uid> space = one.geometry().frameOfReference();
        return space.isPresent() && space.equals(other.geometry().frameOfReference()) && areParallel(one, other);
    }

    private static boolean areParallel(ImageStack one, ImageStack other) {
        return direction(one, other) != 0;
    }

    /** +1 or −1 where slices are parallel, whichever way their normals point; 0 where they are not or it is not known. */
    private static int direction(ImageStack one, ImageStack other) {
        List<SlicePlane> mine = one.geometry().planes();
        List<SlicePlane> theirs = other.geometry().planes();
        if (mine.isEmpty() || theirs.isEmpty()) {
            return 0;
        }
        double cosine = mine.get(0).normal().dot(theirs.get(0).normal());
        return Math.abs(cosine) < PARALLEL ? 0 : (int) Math.signum(cosine);
    }

    private static StackOffset between(ImageStack one, int oneIndex, ImageStack other, int otherIndex) {
        StackPair pair = StackPair.of(one.seriesUid(), other.seriesUid());
        boolean isInOrder = pair.one().equals(one.seriesUid());
        ImageStack first = isInOrder ? one : other;
        ImageStack second = isInOrder ? other : one;
        int firstIndex = isInOrder ? oneIndex : otherIndex;
        int secondIndex = isInOrder ? otherIndex : oneIndex;
        int direction = direction(first, second);
        return direction == 0
                ? new StackOffset(pair, StackOffset.Unit.FRAMES, secondIndex - firstIndex)
                : new StackOffset(
                        pair,
                        StackOffset.Unit.MILLIMETRES,
                        position(second, secondIndex) - direction * position(first, firstIndex));
    }

    private static int byOffset(StackOffset offset, ImageStack from, int index, ImageStack to) {
        boolean isForward = offset.pair().one().equals(from.seriesUid());
        int direction = direction(from, to);
        if (offset.unit() == StackOffset.Unit.FRAMES || direction == 0) {
            int shift = (int) Math.round(offset.distance());
            return held(index + (isForward ? shift : -shift), to);
        }
        double here = position(from, index);
        double wanted = isForward ? offset.distance() + direction * here : direction * (here - offset.distance());
        return IntStream.range(0, to.frames().size())
                .boxed()
                .min((a, b) -> Double.compare(Math.abs(position(to, a) - wanted), Math.abs(position(to, b) - wanted)))
                .orElseThrow();
    }

    private static double position(ImageStack stack, int index) {
        return stack.geometry().planes().get(index).position();
    }

    private static int held(int index, ImageStack stack) {
        return Math.max(0, Math.min(stack.frames().size() - 1, index));
    }
}
